"""Typer's help in Dutch: the words that typer itself puts around our own."""

from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from spreiding.refusal import Refusal

rich_utils.OPTIONS_PANEL_TITLE = "Opties"
rich_utils.ARGUMENTS_PANEL_TITLE = "Argumenten"
rich_utils.COMMANDS_PANEL_TITLE = "Opdrachten"
rich_utils.DEFAULT_STRING = "[standaard: {}]"
rich_utils.REQUIRED_LONG_STRING = "[verplicht]"
SHOW_HELP = "Toon deze hulp en stop."


class Opdracht(TyperCommand):
    """A command with Dutch help."""

    def get_usage(self, ctx: Any) -> str:
        """Give the line that shows how to call the command."""
        return _dutch(super().get_usage(ctx))

    def get_params(self, ctx: Any) -> Any:
        """Give arguments and options; an argument is named by its metavar, without typer's ``<path>`` behind it."""
        params: list[Any] = super().get_params(ctx)
        for param in params:
            if param.param_type_name == "argument":
                param.display_type_rich = _no_type
        return params

    def get_help_option(self, ctx: Any) -> Any:
        """Give ``--help`` with a Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = SHOW_HELP
            option.metavar = ""
        return option


class Opdrachten(TyperGroup):
    """The group of commands with Dutch help."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the arguments; without any, show what there is."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is asked for; name those that exist when there is none."""
        if not args[0].startswith("-") and args[0] not in self.commands:
            raise Refusal("unknown_command", found=args[0], options=" / ".join(self.commands))
        return super().resolve_command(ctx, args)

    def get_usage(self, ctx: Any) -> str:
        """Give the line that shows how to call the program."""
        return _dutch(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Give ``--help`` with a Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = SHOW_HELP
            option.metavar = ""
        return option


def _no_type(ctx: Any) -> None:
    """Show no type."""


def _dutch(usage: str) -> str:
    words = {"Usage: ": "Gebruik: ", "[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT ..."}
    for english, dutch in words.items():
        usage = usage.replace(english, dutch)
    return usage
