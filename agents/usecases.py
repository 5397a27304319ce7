"""The use cases: what carries out each kind of command, in one transaction each."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from agents import (
    assurances,
    billing,
    choices,
    counsel,
    editing,
    editions,
    intake,
    lending,
    manuscripts,
    membership,
    planning,
    promptwriting,
    remarks,
    retouching,
    review,
    seasons,
    sizing,
    spending,
    undoing,
)
from agents.commands.book import ChangeEntry, Commission, OpenPlanned, Remember
from agents.commands.command import Command
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
from agents.studio import Studio
from storage.domain.ids import EpisodeId

UseCase = Callable[[Studio, Any, int | None], Awaitable[EpisodeId | None]]
"""Carries out one kind of command; returns the episode whose work has to be looked at again."""

USE_CASES: Mapping[type[Command], UseCase] = {
    Meet: membership.meet,
    OpenSeries: intake.open_series,
    OpenEpisode: intake.open_episode,
    ImportManuscript: manuscripts.import_manuscript,
    MakeWish: intake.make_wish,
    Remember: counsel.remember,
    Translate: editions.translate,
    PutRight: editions.put_right,
    Commission: planning.commission,
    OpenPlanned: seasons.open_planned,
    ChangeEntry: editing.change_entry,
    AskVariants: choices.ask_variants,
    ChoosePanel: choices.choose_panel,
    WritePrompt: promptwriting.write_prompt,
    UndoPrompt: promptwriting.undo_prompt,
    ComposePrompt: promptwriting.compose_prompt,
    Retouch: retouching.retouch,
    RetouchAgain: retouching.again,
    Enlarge: retouching.enlarge,
    Decide: review.decide,
    ApproveAll: review.approve_all,
    MakeRemark: remarks.remark,
    WorkOn: remarks.work_on,
    DismissRemark: remarks.dismiss_remark,
    ConfirmLine: billing.confirm,
    ChangeName: billing.change_name,
    BeNamed: billing.be_named,
    OpenDispute: billing.open_dispute,
    WithdrawDispute: billing.withdraw_dispute,
    SettleDispute: billing.settle_dispute,
    Assure: assurances.assure,
    AllowSpending: spending.allow,
    AskAgain: spending.ask_again,
    SpareMoney: spending.spare,
    SetLimit: spending.set_limit,
    PaintSmaller: sizing.paint_smaller,
    Cancel: intake.cancel,
    Resume: intake.resume,
    BindTeam: membership.bind,
    MoveGroup: membership.move_group,
    NameMember: membership.name_member,
    Dismiss: membership.dismiss,
    HandOver: membership.hand_over,
    Invite: membership.invite,
    Join: membership.join,
    Withdraw: membership.withdraw,
    GoAway: membership.go_away,
    ComeBack: membership.come_back,
    Agree: membership.agree,
    Undo: undoing.undo,
    LendVoice: lending.lend,
    WithdrawVoice: lending.withdraw,
    GiveVoice: lending.give,
}
