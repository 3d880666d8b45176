"""A command that typer cannot parse, told in the planner's language."""

import typer

from spreiding.words import Lang, say


def explain_usage(error: typer.TyperException, lang: Lang) -> str:
    """Say what is wrong with a command, and where its help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "spreiding"
    return f"{say('error', lang)}: {_mistake(error, lang)}\n{say('help_hint', lang, command=command)}"


def _mistake(error: typer.TyperException, lang: Lang) -> str:
    """Give the mistake; typer tells kinds apart by class, and only some of those are public."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        options = " / ".join(sorted(getattr(error, "possibilities", None) or ()))
        hint = say("did_you_mean", lang, options=options) if options else ""
        return say("unknown_option", lang, found=getattr(error, "option_name", "")) + hint
    if kind == "MissingParameter":
        return say("missing_value", lang, option=_option(error))
    if isinstance(error, typer.BadParameter):
        return say("bad_value", lang, option=_option(error), wanted=_metavar(error), found=error.message)
    return say("wrong_call", lang, found=error.format_message())


def _option(error: typer.TyperException) -> str:
    """Give an option as the planner types it, or the metavar of an argument."""
    param = getattr(error, "param", None)
    if param is None:
        return "?"
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar)


def _metavar(error: typer.TyperException) -> str:
    """Give what an option takes, as the help shows it."""
    return str(getattr(getattr(error, "param", None), "metavar", None) or "?")
