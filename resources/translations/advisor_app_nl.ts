<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="nl">
<context>
    <name>AgendaPage</name>
    <message numerus="yes">
        <source>%n over tijd</source>
        <translation>
            <numerusform>%n over tijd</numerusform>
            <numerusform>%n over tijd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockSign</name>
    <message numerus="yes">
        <source>%n klok(ken) lopen</source>
        <translation>
            <numerusform>%n klok loopt</numerusform>
            <numerusform>%n klokken lopen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayCards</name>
    <message numerus="yes">
        <source>Van %n back-up(s) is de termijn voorbij</source>
        <translation>
            <numerusform>Van %n back-up is de termijn voorbij</numerusform>
            <numerusform>Van %n back-ups is de termijn voorbij</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>En nog %n concept(en), elk waar u het schreef.</source>
        <translation>
            <numerusform>En nog %n concept, waar u het schreef.</numerusform>
            <numerusform>En nog %n concepten, elk waar u het schreef.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n periode(s) voorbij</source>
        <translation>
            <numerusform>%n periode is voorbij</numerusform>
            <numerusform>%n perioden zijn voorbij</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Destroying</name>
    <message numerus="yes">
        <source>%n dossier(s) vernietigen?</source>
        <translation>
            <numerusform>%n dossier vernietigen?</numerusform>
            <numerusform>%n dossiers vernietigen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) uit deze kluis verwijderd.</source>
        <translation>
            <numerusform>%n dossier uit deze kluis verwijderd.</numerusform>
            <numerusform>%n dossiers uit deze kluis verwijderd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gesprek(ken)</source>
        <translation>
            <numerusform>%n gesprek</numerusform>
            <numerusform>%n gesprekken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notitie(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief/brieven</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n brieven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n afspraak/afspraken</source>
        <translation>
            <numerusform>%n afspraak</numerusform>
            <numerusform>%n afspraken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Het dossier kan nog in %n back-up(s) staan.</source>
        <translation>
            <numerusform>Het dossier kan nog in %n back-up staan.</numerusform>
            <numerusform>Het dossier kan nog in %n back-ups staan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Van %n back-up(s) is niet te zien of die nog bestaan.</source>
        <translation>
            <numerusform>Van %n back-up is niet te zien of die nog bestaat.</numerusform>
            <numerusform>Van %n back-ups is niet te zien of die nog bestaan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DestructionsDialog</name>
    <message numerus="yes">
        <source>Kon toen nog in %n back-up(s) staan</source>
        <translation>
            <numerusform>Kon toen nog in %n back-up staan</numerusform>
            <numerusform>Kon toen nog in %n back-ups staan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresCheck</name>
    <message numerus="yes">
        <source>Cijfers controleren: stap %1 van %2, nog ongeveer %n seconde(n)</source>
        <translation>
            <numerusform>Cijfers controleren: stap %1 van %2, nog ongeveer %n seconde</numerusform>
            <numerusform>Cijfers controleren: stap %1 van %2, nog ongeveer %n seconden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresPreview</name>
    <message numerus="yes">
        <source>%n bestand(en) opgeslagen.</source>
        <translation>
            <numerusform>%n bestand opgeslagen.</numerusform>
            <numerusform>%n bestanden opgeslagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Uw tekst: nog %n plek(ken)…</source>
        <translation>
            <numerusform>Uw tekst: nog %n plek…</numerusform>
            <numerusform>Uw tekst: nog %n plekken…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterEditor</name>
    <message numerus="yes">
        <source>Nog leeg: %n veld(en)</source>
        <translation>
            <numerusform>Nog leeg: %n veld</numerusform>
            <numerusform>Nog leeg: %n velden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NarrativeDialog</name>
    <message numerus="yes">
        <source>%n plek(ken) wachten op antwoord</source>
        <translation>
            <numerusform>%n plek wacht op antwoord</numerusform>
            <numerusform>%n plekken wachten op antwoord</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>%n bladzijde(n)</source>
        <translation>
            <numerusform>%n bladzijde</numerusform>
            <numerusform>%n bladzijden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n afspraak(en) vandaag</source>
        <translation>
            <numerusform>%n afspraak vandaag</numerusform>
            <numerusform>%n afspraken vandaag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer opvolging over tijd</source>
        <translation>
            <numerusform>%n keer opvolging over tijd</numerusform>
            <numerusform>%n keer opvolging over tijd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dag(en)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
</context>
</TS>
