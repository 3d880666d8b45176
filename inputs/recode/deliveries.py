"""What gemeenten delivered is history: of gemeenten that merged, the table of deliveries says nothing any more."""

from inputs.recode.area import Area
from inputs.recode.draft import Draft


def carry(draft: Draft, area: Area) -> None:
    """Keep the deliveries of gemeenten that go on as they were; leave out those of the others, each with a note.

    A sheet of a gemeente that ended is no sheet of the one of today: its file, sha256 and date would be untrue.
    """
    kept = []
    for group in area.groups(draft, "gemeentecode"):
        if group.changed:
            for member in group.members:
                draft.note(member.line, "gemeentecode", "", "aanlevering", nieuw=area.walk.named(group.new))
        else:
            kept.append(group.members[0].line)
    draft.lines = kept
