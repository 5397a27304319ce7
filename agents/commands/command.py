"""Everything that a person can ask for: plain values, made by the bot, carried out by the showrunner."""

from agents.commands.book import ChangeEntry, Commission, OpenPlanned, Remember
from agents.commands.lines import BeNamed, ChangeName, ConfirmLine, OpenDispute, SettleDispute, WithdrawDispute
from agents.commands.review import ApproveAll, Decide, DismissRemark, MakeRemark, WorkOn
from agents.commands.sizing import PaintSmaller
from agents.commands.spending import AllowSpending, AskAgain, SetLimit, SpareMoney
from agents.commands.story import (
    AskVariants,
    Assure,
    Cancel,
    ChoosePanel,
    ComposePrompt,
    Enlarge,
    ImportManuscript,
    MakeWish,
    OpenEpisode,
    OpenSeries,
    PutRight,
    Resume,
    Retouch,
    RetouchAgain,
    Translate,
    Undo,
    UndoPrompt,
    WritePrompt,
)
from agents.commands.team import (
    Agree,
    BindTeam,
    ComeBack,
    Dismiss,
    GoAway,
    HandOver,
    Invite,
    Join,
    Meet,
    MoveGroup,
    NameMember,
    Withdraw,
)
from agents.commands.voices import GiveVoice, LendVoice, WithdrawVoice

# fmt: off
Command = (
    Meet | OpenSeries | OpenEpisode | ImportManuscript | MakeWish | Remember | Commission | OpenPlanned
    | ChangeEntry | AskVariants | ChoosePanel | Decide | ApproveAll | MakeRemark | WorkOn | DismissRemark
    | ConfirmLine | ChangeName | BeNamed | OpenDispute | WithdrawDispute | SettleDispute | Assure | Cancel
    | Resume | BindTeam | MoveGroup | NameMember | Dismiss | HandOver | Invite | Join | Withdraw | GoAway
    | ComeBack | Agree | Undo | Translate | PutRight | AllowSpending | AskAgain | SpareMoney | SetLimit
    | WritePrompt | UndoPrompt | ComposePrompt | LendVoice | WithdrawVoice | GiveVoice
    | Retouch | RetouchAgain | Enlarge | PaintSmaller
)
# fmt: on
"""Everything that can be asked for."""
