"""What the windows say about places in the advisor's own text."""

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.narrative import HitKind


def hit_title(kind: HitKind) -> str:
    """Return what a place is, behind its words."""
    return {
        HitKind.PERSON: QCoreApplication.translate("Narrative", "naam uit uw dossiers"),
        HitKind.CONTACT: QCoreApplication.translate("Narrative", "contactpersoon"),
        HitKind.CASE_NUMBER: QCoreApplication.translate("Narrative", "dossiernummer"),
        HitKind.EMAIL: QCoreApplication.translate("Narrative", "e-mailadres of webadres"),
        HitKind.DEPARTMENT: QCoreApplication.translate("Narrative", "afdeling"),
        HitKind.ORGANISATION: QCoreApplication.translate("Narrative", "andere opdrachtgever"),
        HitKind.FUNCTION: QCoreApplication.translate("Narrative", "functie"),
        HitKind.ADDRESSED: QCoreApplication.translate("Narrative", "naam achter een aanspreekvorm"),
        HitKind.INITIALS: QCoreApplication.translate("Narrative", "voorletters"),
        HitKind.DATE: QCoreApplication.translate("Narrative", "dag of periode"),
        HitKind.PHONE: QCoreApplication.translate(
            "Narrative", "telefoonnummer of ander lang nummer"
        ),
        HitKind.ABSENCE: QCoreApplication.translate("Narrative", "nul in woorden"),
        HitKind.OTHER_NUMBER: QCoreApplication.translate(
            "Narrative", "aantal dat niet in de cijfers staat"
        ),
        HitKind.NUMBER: QCoreApplication.translate("Narrative", "aantal uit de cijfers"),
        HitKind.ODD_SIGN: QCoreApplication.translate("Narrative", "onzichtbaar of vreemd teken"),
    }[kind]


def hit_reason(kind: HitKind) -> str:
    """Return why a place is asked about."""
    return {
        HitKind.PERSON: QCoreApplication.translate(
            "Narrative",
            "Deze naam of schuilnaam staat in uw kluis. In een overzicht hoort geen naam.",
        ),
        HitKind.CONTACT: QCoreApplication.translate(
            "Narrative", "Zo heet iemand bij een van uw opdrachtgevers."
        ),
        HitKind.CASE_NUMBER: QCoreApplication.translate(
            "Narrative", "Een dossiernummer hoort alleen in uw kluis."
        ),
        HitKind.EMAIL: QCoreApplication.translate(
            "Narrative", "Een adres leidt naar iemand. Uw eigen adres mag blijven staan."
        ),
        HitKind.DEPARTMENT: QCoreApplication.translate(
            "Narrative", "Wie de afdeling kent, weet misschien om wie het gaat."
        ),
        HitKind.ORGANISATION: QCoreApplication.translate(
            "Narrative", "Voor wie u nog meer werkt, hoeft deze opdrachtgever niet te weten."
        ),
        HitKind.FUNCTION: QCoreApplication.translate(
            "Narrative", "Zo'n functie heeft vaak maar één persoon."
        ),
        HitKind.ADDRESSED: QCoreApplication.translate(
            "Narrative", "Hier lijkt iemand bij naam te staan. In een overzicht hoort geen naam."
        ),
        HitKind.INITIALS: QCoreApplication.translate(
            "Narrative", "Voorletters wijzen iemand aan voor wie hem of haar kent."
        ),
        HitKind.DATE: QCoreApplication.translate(
            "Narrative", "Een dag of periode kan verraden wie er toen bij u was."
        ),
        HitKind.PHONE: QCoreApplication.translate(
            "Narrative", "Een nummer leidt naar iemand. Uw eigen nummer mag blijven staan."
        ),
        HitKind.ABSENCE: QCoreApplication.translate(
            "Narrative",
            "Dat iets er niet was, is ook een aantal. Staat het niet in de cijfers, laat het dan weg.",
        ),
        HitKind.OTHER_NUMBER: QCoreApplication.translate(
            "Narrative", "Uit zo'n aantal is misschien een klein aantal af te leiden."
        ),
        HitKind.NUMBER: QCoreApplication.translate(
            "Narrative", "Dit getal staat ook in de cijfers. Bedoelt u hier hetzelfde?"
        ),
        HitKind.ODD_SIGN: QCoreApplication.translate(
            "Narrative", "Dit teken ziet een lezer niet, of het lijkt op een andere letter."
        ),
    }[kind]
