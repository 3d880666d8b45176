"""Small faults are made in a module, one at a time: what a tired programmer could have typed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

_PAIRS = ((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot))
_MORE = ((ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.FloorDiv), (ast.BitAnd, ast.BitOr))
_NAMED = (("min", "max"), ("minimum", "maximum"), ("any", "all"), ("floor", "ceil"), ("union", "intersection"))
SWAPS = {one: other for pair in (*_PAIRS, *_MORE) for one, other in (pair, pair[::-1])}
SWAPS |= {ast.Div: ast.Mult, ast.Mod: ast.Mult}
"""Another sign for a sign."""
NAMES = {one: other for pair in (*_NAMED, ("zeros", "ones")) for one, other in (pair, pair[::-1])}
"""Another function for a function."""
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
Edit = tuple[ast.AST, str, object]
"""A field of a node, and what it becomes."""


@dataclass(frozen=True, eq=False)
class Mutant:
    """One fault: where, what stood there and what stands there now; ``owner`` is the outermost function, if any."""

    line: int
    before: str
    after: str
    owner: str
    edit: Edit

    def code(self, tree: ast.Module, path: str) -> CodeType:
        """Compile the module with this fault, and leave the tree as it was."""
        node, field, new = self.edit
        old = getattr(node, field)
        setattr(node, field, new)
        try:
            return compile(ast.fix_missing_locations(tree), path, "exec")
        finally:
            setattr(node, field, old)


def mutants(tree: ast.Module) -> list[Mutant]:
    """List every fault that can be made in a module, in the order of its lines."""
    return sorted(_inside(tree, ""), key=lambda mutant: mutant.line)


def _inside(node: ast.AST, scope: str, owner: str = "") -> Iterator[Mutant]:
    """Walk down; defaults of a function belong to what surrounds it; types and decorators are left alone."""
    if isinstance(node, ast.Assert | ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "strict"):
        return  # what only guards against faults of ours
    if isinstance(node, ast.Call) and ast.unparse(node) in {"np.zeros(0)", "np.ones(0)"}:
        return  # nothing is nothing
    for edit, line, before, after in _faults(node, inside=bool(owner)):
        yield Mutant(line, before, after, owner, edit)
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "type_params", "decorator_list"}:
            continue
        name = scope
        if isinstance(node, FUNCTIONS | ast.ClassDef) and field == "body":
            name = f"{scope}.{node.name}".lstrip(".")
        within = owner or (name if isinstance(node, FUNCTIONS) and field == "body" else "")
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _text(child):
                yield from _inside(child, name, within)


def _text(node: ast.AST) -> bool:
    """Tell a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _faults(node: ast.AST, *, inside: bool) -> Iterator[tuple[Edit, int, str, str]]:
    """Give the faults of one node: the edit, the line, the text before and after."""
    for field, new in _values(node, inside=inside):
        old, before = getattr(node, field), ast.unparse(node)
        setattr(node, field, new)
        after = ast.unparse(ast.fix_missing_locations(node)) or "..."
        setattr(node, field, old)
        placed = node.target if isinstance(node, ast.comprehension) else node
        yield (node, field, new), placed.lineno, before, after
    yield from _dropped(node)


def _values(node: ast.AST, *, inside: bool) -> Iterator[tuple[str, object]]:
    """Give a field of a node, and what it becomes."""
    yield from _signs(node)
    match node:
        case ast.Constant(value=bool()):
            yield "value", not node.value
        case ast.Constant(value=int() | float()):
            yield "value", node.value + 1
        case ast.Name() if node.id in NAMES:
            yield "id", NAMES[node.id]
        case ast.Attribute() if node.attr in NAMES:
            yield "attr", NAMES[node.attr]
        case ast.Return() if node.value is not None and ast.unparse(node.value) != "None":
            yield "value", ast.Constant(None)
        case ast.Slice():
            yield from ((end, None) for end in ("lower", "upper") if getattr(node, end) is not None)
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) if not inside and len(node.elts) > 1:
            yield from (("elts", node.elts[:k] + node.elts[k + 1 :]) for k in range(len(node.elts)))


def _signs(node: ast.AST) -> Iterator[tuple[str, object]]:
    """Take another sign, or turn a condition round."""
    match node:
        case ast.Compare():
            for k, op in enumerate(node.ops):
                yield "ops", [*node.ops[:k], SWAPS[type(op)](), *node.ops[k + 1 :]]
        case ast.BinOp() | ast.AugAssign() | ast.BoolOp() if type(node.op) in SWAPS:
            yield "op", SWAPS[type(node.op)]()
        case ast.UnaryOp(op=ast.Not()):
            yield "operand", _not(node.operand)
        case ast.UnaryOp():
            yield "op", ast.UAdd() if isinstance(node.op, ast.USub) else ast.USub()
        case ast.If() | ast.IfExp() | ast.While():
            yield "test", _not(node.test)
        case ast.comprehension():
            for k, test in enumerate(node.ifs):
                yield "ifs", [*node.ifs[:k], _not(test), *node.ifs[k + 1 :]]


def _not(test: ast.expr) -> ast.expr:
    """Turn a condition round."""
    return ast.UnaryOp(ast.Not(), test)


def _dropped(node: ast.AST) -> Iterator[tuple[Edit, int, str, str]]:
    """Leave out one statement that acts or refuses, and take break for continue."""
    for field in ("body", "orelse"):
        body = getattr(node, field, None)
        for k, part in enumerate(body if isinstance(body, list) else ()):
            if isinstance(part, ast.Expr | ast.AugAssign | ast.Raise) and not _text(part):
                new: ast.stmt = ast.Pass()
            elif isinstance(part, ast.Break | ast.Continue):
                new = ast.Continue() if isinstance(part, ast.Break) else ast.Break()
            else:
                continue
            edit = (node, field, [*body[:k], ast.copy_location(new, part), *body[k + 1 :]])
            yield edit, part.lineno, ast.unparse(part), ast.unparse(new)
