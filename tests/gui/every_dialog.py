"""Every dialog of the program, made one after the other, as its pages make it."""

from advisor_app.gui.agenda.follow_up_dialog import FollowUpDialog
from advisor_app.gui.cases.conversation_dialog import ConversationDialog
from advisor_app.gui.cases.join_case import JoinCaseDialog
from advisor_app.gui.cases.new_case import NewCaseDialog
from advisor_app.gui.figures.director_dialog import DirectorDialog
from advisor_app.gui.figures.ledger_dialog import LedgerDialog
from advisor_app.gui.figures.narrative_dialog import NarrativeDialog
from advisor_app.gui.figures.saying_dialog import SayingDialog
from advisor_app.gui.frame.crash import CrashDialog
from advisor_app.gui.letters.begin_letter import BeginLetterDialog
from advisor_app.gui.letters.letterhead_dialog import LetterheadDialog
from advisor_app.gui.printing.print_dialog import PrintDialog
from advisor_app.gui.retention.destructions_dialog import DestructionsDialog
from advisor_app.gui.retention.retention_dialog import RetentionDialog
from advisor_app.gui.shortcuts import Shortcuts
from advisor_app.gui.vaults.backups_dialog import BackupsDialog
from advisor_app.gui.vaults.passphrase_dialog import PassphraseDialog
from advisor_app.gui.vaults.recovery_code_dialog import RecoveryCodeDialog
from advisor_app.gui.vaults.vault_place_dialog import VaultPlaceDialog
from tests.documents.samples import GROUPS, SMALL


def every_dialog(desk, access, client, case, talk, parent):
    """Yield each dialog about a client with a case and a conversation without one."""
    look, tasks, language = desk.look, desk.tasks, desk.language
    folder = access.folders.of("Mijn praktijk")
    yield PassphraseDialog(desk, access, parent)
    yield RecoveryCodeDialog(desk, access, parent)
    yield RecoveryCodeDialog(desk, access, parent, is_owed=True)
    yield ConversationDialog(desk, parent, logged=talk)
    yield NewCaseDialog(desk, client.id, talk, parent)
    yield JoinCaseDialog(desk, client.id, talk, parent)
    yield BeginLetterDialog(desk, case.id, parent)
    yield LetterheadDialog(desk, parent)
    yield FollowUpDialog(desk, case.id, client.id, None, parent)
    yield SayingDialog(desk, client.id, parent)
    yield DirectorDialog(desk, None, parent)
    yield DirectorDialog(desk, client.id, parent)
    yield LedgerDialog(desk, client, ("Het waren er minder dan tien, zei ik.",), parent)
    yield NarrativeDialog(desk, client.id, "2026", SMALL, parent)
    yield RetentionDialog(desk, None, parent)
    yield DestructionsDialog(desk, parent)
    yield BackupsDialog(desk, parent)
    yield CrashDialog("ValueError\nadvisor_app.app:1 run", look, lambda: None)
    yield Shortcuts(look, parent)
    yield PrintDialog(
        lambda: access.recovery_sheet(GROUPS, "Mijn praktijk", language),
        tasks, look, language, parent,
    )  # fmt: skip
    yield VaultPlaceDialog(access, tasks, look, language, folder, parent)
