"""What a process remembers of its last answers, so that what is sent again need not be read or analysed again."""

from dataclasses import dataclass

from server.memory import Memory
from server.store.packed import Packed

# Long enough for the next caller, short enough for whoever has something forgotten.
_SECONDS = 600
_MAX_SUBMISSIONS = 5_000  # some 500 bytes each
_MAX_SUMMARY_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a submission was found to be: the id of its summary, and its address, "" where none was given."""

    id: str
    url: str


class Recent:
    """The last submissions by their digests, and the last summaries by their ids; both are gone after ten minutes.

    Neither can be out of date: a digest covers all that was sent, and an id all that a summary is made from.
    """

    def __init__(self) -> None:
        self.submissions: Memory[bytes, Submitted] = Memory(_MAX_SUBMISSIONS, _SECONDS)
        self.summaries: Memory[str, Packed] = Memory(_MAX_SUMMARY_BYTES, _SECONDS, lambda it: len(it.compressed))
