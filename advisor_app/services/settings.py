"""The advisor's choices that an open vault keeps; how windows look stands beside it."""

from contextlib import suppress
from dataclasses import asdict, replace

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.settings import Settings
from advisor_app.storage.vault import Vault

_RECOVERY_CODE, _SHOWN, _ON_PAPER = "recovery_code", "shown", "on paper"
_HOLDS, _INVENTED = "holds", "invented people"


class VaultSettings:
    """What an open vault remembers of the advisor's choices."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def read(self) -> Settings:
        """Return the choices; what was never chosen, or can no longer be, has its default."""
        kept = self._vault.tables.settings.all()
        settings = Settings()
        for name in asdict(settings):
            with suppress(KeyError, ValueError, ProblemError):
                settings = replace(settings, **{name: int(kept[name])})
        return settings

    def keep(self, settings: Settings) -> None:
        """Keep the choices."""
        with self._vault.transaction() as tables:
            for name, value in asdict(settings).items():
                tables.settings.put(name, str(value))

    def owes_recovery_code(self) -> bool:
        """Tell whether the recovery code was shown, and nobody has proved yet to have it on paper."""
        return self._vault.tables.settings.all().get(_RECOVERY_CODE) == _SHOWN

    def note_recovery_code(self, *, on_paper: bool) -> None:
        """Remember whether somebody has proved to have the recovery code on paper."""
        with self._vault.transaction() as tables:
            tables.settings.put(_RECOVERY_CODE, _ON_PAPER if on_paper else _SHOWN)

    def is_practice(self) -> bool:
        """Tell whether the vault was made of invented people, to practise on."""
        return self._vault.tables.settings.all().get(_HOLDS) == _INVENTED

    def note_practice(self) -> None:
        """Remember that nobody in the vault is real."""
        with self._vault.transaction() as tables:
            tables.settings.put(_HOLDS, _INVENTED)

    def remember_organisation(self, organisation: OrganisationId) -> None:
        """Remember where the advisor was last."""
        self.keep(replace(self.read(), last_organisation=organisation))
