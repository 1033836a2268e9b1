<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>AgendaPage</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>In de agenda zetten…</source>
        <translation>Add to the agenda…</translation>
    </message>
    <message>
        <source>Ook later tonen</source>
        <translation>Show later too</translation>
    </message>
    <message>
        <source>Hier komt wat u plant</source>
        <translation>What you plan appears here</translation>
    </message>
    <message>
        <source>Afspraken, opvolging, nazorg en termijnen van de komende acht weken. Wat u bij een dossier plant, komt hier vanzelf bij.</source>
        <translation>Appointments, follow-ups, aftercare and terms of the coming eight weeks. What you plan with a case appears here by itself.</translation>
    </message>
    <message>
        <source>Iets in de agenda zetten…</source>
        <translation>Add something to the agenda…</translation>
    </message>
    <message>
        <source>Kies een regel met de pijltjes. Enter opent hem, Spatie vinkt af, Delete verwijdert.</source>
        <translation>Choose a line with the arrow keys. Enter opens it, Space ticks it off, Delete removes it.</translation>
    </message>
    <message>
        <source>over tijd</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>De komende acht weken</source>
        <translation>The coming eight weeks</translation>
    </message>
    <message>
        <source>Alles wat is gepland</source>
        <translation>All that is planned</translation>
    </message>
    <message numerus="yes">
        <source>%n over tijd</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>Dossier openen</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Verzetten of wijzigen…</source>
        <translation>Move or change…</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>%1 is verwijderd.</source>
        <translation>%1 was removed.</translation>
    </message>
    <message>
        <source>%1 is afgevinkt.</source>
        <translation>%1 was ticked off.</translation>
    </message>
</context>
<context>
    <name>AgendaRow</name>
    <message>
        <source>Afvinken</source>
        <translation>Tick off</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>BackupSign</name>
    <message>
        <source>Nog geen back-up</source>
        <translation>No backup yet</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Een vernietigd dossier staat nog in de back-ups van daarvóór. Gooi een back-up dus weg als de termijn voorbij is, en meld dat hier. Maak zo nodig eerst een nieuwe. Vertrouwd gooit zelf geen bestand weg.</source>
        <translation>A destroyed case is still in the backups from before. So throw a backup away when its term has ended, and say so here. Make a new one first if you need to. Vertrouwd throws no file away itself.</translation>
    </message>
    <message>
        <source>Er is nog geen back-up bekend.</source>
        <translation>No backup is known yet.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Deze is weggegooid…</source>
        <translation>This one was thrown away…</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Is de back-up van %1 weggegooid?</source>
        <translation>Was the backup of %1 thrown away?</translation>
    </message>
    <message>
        <source>Ook kopieën die u er zelf van maakte, en ook uit de prullenbak? Vertrouwd kent deze back-up daarna niet meer.</source>
        <translation>Also copies that you made of it, and from the wastebasket too? After this Vertrouwd no longer knows of this backup.</translation>
    </message>
    <message>
        <source>Ja, weggegooid</source>
        <translation>Yes, thrown away</translation>
    </message>
    <message>
        <source>Tot %1</source>
        <translation>Until %1</translation>
    </message>
    <message>
        <source>Weggooien: termijn voorbij sinds %1</source>
        <translation>Throw away: term ended on %1</translation>
    </message>
    <message>
        <source>%1, nu niet op zijn plaats</source>
        <translation>%1, not in its place now</translation>
    </message>
</context>
<context>
    <name>BeginLetter</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Brief maken</source>
        <translation>Write a letter</translation>
    </message>
    <message>
        <source>Soort brief</source>
        <translation>Kind of letter</translation>
    </message>
    <message>
        <source>Uw briefhoofd</source>
        <translation>Your letterhead</translation>
    </message>
    <message>
        <source>Dit vragen we één keer. U kunt het later wijzigen bij een volgende brief, of bij Instellingen.</source>
        <translation>We ask this once. You can change it later with a next letter, or at Settings.</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Brief beginnen</source>
        <translation>Begin the letter</translation>
    </message>
</context>
<context>
    <name>CaseAgenda</name>
    <message>
        <source>Afspraak of opvolging toevoegen…</source>
        <translation>Add an appointment or follow-up…</translation>
    </message>
    <message>
        <source>Nog niets gepland. Plan bijvoorbeeld een vervolggesprek of nazorg over vier weken.</source>
        <translation>Nothing planned yet. Plan for example a next conversation, or aftercare in four weeks.</translation>
    </message>
    <message>
        <source>gedaan %1</source>
        <translation>done %1</translation>
    </message>
    <message>
        <source>Toch niet gedaan</source>
        <translation>Not done after all</translation>
    </message>
    <message>
        <source>Wijzigen…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Afvinken</source>
        <translation>Tick off</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Los gesprek</source>
        <translation>Loose conversation</translation>
    </message>
    <message>
        <source>Los gesprek, nog geen dossier</source>
        <translation>Loose conversation, no case yet</translation>
    </message>
</context>
<context>
    <name>CaseMenu</name>
    <message>
        <source>Notitie toevoegen…</source>
        <translation>Add a note…</translation>
    </message>
    <message>
        <source>Afspraak toevoegen…</source>
        <translation>Add an appointment…</translation>
    </message>
    <message>
        <source>Vooronderzoek vastleggen…</source>
        <translation>Record a preliminary check…</translation>
    </message>
    <message>
        <source>Zelfde melder als…</source>
        <translation>Same reporter as…</translation>
    </message>
    <message>
        <source>Heropenen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Per ongeluk geopend…</source>
        <translation>Opened by mistake…</translation>
    </message>
    <message>
        <source>Er is geen andere melder.</source>
        <translation>There is no other reporter.</translation>
    </message>
    <message>
        <source>De melder van %1 is samengevoegd.</source>
        <translation>The reporter of %1 was joined with another.</translation>
    </message>
    <message>
        <source>Afsluiten, met als reden</source>
        <translation>Close, because of</translation>
    </message>
    <message>
        <source>%1 is afgesloten.</source>
        <translation>%1 was closed.</translation>
    </message>
    <message>
        <source>Niet langer aanhouden</source>
        <translation>No longer hold</translation>
    </message>
    <message>
        <source>%1 wordt niet langer aangehouden.</source>
        <translation>%1 is no longer on hold.</translation>
    </message>
    <message>
        <source>Aanhouden, met als reden</source>
        <translation>Hold, because of</translation>
    </message>
    <message>
        <source>%1 wordt aangehouden.</source>
        <translation>%1 is on hold.</translation>
    </message>
    <message>
        <source>Vernietigen…</source>
        <translation>Destroy…</translation>
    </message>
    <message>
        <source>%1 terugnemen?</source>
        <translation>Take %1 back?</translation>
    </message>
    <message>
        <source>Doe dit als u het dossier per ongeluk opende. Het telt dan niet mee in de cijfers. De gesprekken blijven: zij worden losse gesprekken. Wat u bij Gegevens invulde, verdwijnt voorgoed.</source>
        <translation>Do this if you opened the case by mistake. It then does not count in the figures. Its conversations stay: they become loose conversations. What you filled in at Details is gone for good.</translation>
    </message>
    <message>
        <source>Dossier terugnemen</source>
        <translation>Take the case back</translation>
    </message>
    <message>
        <source>%1 is heropend.</source>
        <translation>%1 was reopened.</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>Brief maken</source>
        <translation>Write a letter</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Dossier openen…</source>
        <translation>Open a case…</translation>
    </message>
    <message>
        <source>Bij een dossier voegen…</source>
        <translation>Add to a case…</translation>
    </message>
    <message>
        <source>Onderdelen van het dossier</source>
        <translation>Parts of the case</translation>
    </message>
    <message>
        <source>Tijdlijn</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Gegevens</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Los gesprek</source>
        <translation>Loose conversation</translation>
    </message>
    <message>
        <source>Hoort nog niet bij een dossier. Zo telt het niet mee in de cijfers.</source>
        <translation>Belongs to no case yet. As it is, it is not counted in the figures.</translation>
    </message>
    <message>
        <source>Acuut gevaar</source>
        <translation>Acute danger</translation>
    </message>
    <message>
        <source>geopend %1</source>
        <translation>opened %1</translation>
    </message>
    <message>
        <source>anonieme melder</source>
        <translation>anonymous reporter</translation>
    </message>
    <message>
        <source>bewaren tot %1</source>
        <translation>keep until %1</translation>
    </message>
    <message>
        <source>aangehouden: %1</source>
        <translation>on hold: %1</translation>
    </message>
    <message>
        <source>Nog geen gesprek vastgelegd. Typ hieronder wat er is besproken.</source>
        <translation>No conversation logged yet. Type below what was discussed.</translation>
    </message>
    <message>
        <source>Ouder tonen</source>
        <translation>Show older</translation>
    </message>
    <message>
        <source>Wijzigen…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Naar andere organisatie…</source>
        <translation>To another organisation…</translation>
    </message>
    <message>
        <source>Uit dit dossier halen</source>
        <translation>Take out of this case</translation>
    </message>
    <message>
        <source>Brief openen</source>
        <translation>Open the letter</translation>
    </message>
    <message>
        <source>Het gesprek is verwijderd.</source>
        <translation>The conversation was removed.</translation>
    </message>
    <message>
        <source>De notitie is verwijderd.</source>
        <translation>The note was removed.</translation>
    </message>
    <message>
        <source>Er is geen andere organisatie.</source>
        <translation>There is no other organisation.</translation>
    </message>
    <message>
        <source>Het gesprek staat nu bij %1.</source>
        <translation>The conversation is now with %1.</translation>
    </message>
    <message>
        <source>Het gesprek is een los gesprek geworden.</source>
        <translation>The conversation is a loose one now.</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Dossiers</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Zoek in alles</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Zoek in alles, Ctrl+K</source>
        <translation>Search everything, Ctrl+K</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Alle dossiers</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>Kies links een dossier.</source>
        <translation>Choose a case on the left.</translation>
    </message>
    <message>
        <source>Hier komen uw dossiers</source>
        <translation>Your cases will be here</translation>
    </message>
    <message>
        <source>Een dossier begint bij het eerste gesprek. Gesprekken, afspraken, brieven en termijnen van één zaak staan daarna bij elkaar.</source>
        <translation>A case begins with the first conversation. Conversations, appointments, letters and terms of one matter are kept together from then on.</translation>
    </message>
    <message>
        <source>Eerste gesprek vastleggen</source>
        <translation>Log the first conversation</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Het losse gesprek is opgeslagen.</source>
        <translation>The loose conversation was saved.</translation>
    </message>
    <message>
        <source>Dit gesprek is van vóór de eerste dag bij deze opdrachtgever, %1. Klopt die dag niet? Wijzig hem bij Gegevens van deze organisatie.</source>
        <translation>This conversation is from before the first day with this client, %1. Is that day wrong? Change it at Details of this organisation.</translation>
    </message>
    <message>
        <source>%1 is geopend.</source>
        <translation>%1 was opened.</translation>
    </message>
    <message>
        <source>%1 is teruggenomen.</source>
        <translation>%1 was taken back.</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>Waar komt de verklaring?</source>
        <translation>Where does the certificate go?</translation>
    </message>
    <message>
        <source>vernietigingsverklaring</source>
        <translation>certificate of destruction</translation>
    </message>
    <message>
        <source>De verklaring is opgeslagen.</source>
        <translation>The certificate is saved.</translation>
    </message>
</context>
<context>
    <name>ClockQuestion</name>
    <message>
        <source>Klopt de klok van deze computer?</source>
        <translation>Is this computer&apos;s clock right?</translation>
    </message>
    <message>
        <source>Volgens de klok is het nu %1. Uw laatste werk is van later. Klopt dit niet, kies dan Annuleren, zet datum en tijd goed en sla opnieuw op. Wat u typte blijft staan.</source>
        <translation>By the clock it is %1 now. Your latest work is from later. If that is not right, choose Cancel, set the date and time and save again. What you typed stays.</translation>
    </message>
    <message>
        <source>De tijd klopt, ga verder</source>
        <translation>The time is right, go on</translation>
    </message>
    <message>
        <source>U kunt verder. Sla opnieuw op wat nog niet is opgeslagen.</source>
        <translation>You can go on. Save again what is not saved yet.</translation>
    </message>
</context>
<context>
    <name>ClockSign</name>
    <message>
        <source>Klok loopt: %1</source>
        <translation>Clock running: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n klok(ken) lopen</source>
        <translation>
            <numerusform>%n clock running</numerusform>
            <numerusform>%n clocks running</numerusform>
        </translation>
    </message>
    <message>
        <source>los gesprek</source>
        <translation>loose conversation</translation>
    </message>
    <message>
        <source>%1, %2 min</source>
        <translation>%1, %2 min</translation>
    </message>
</context>
<context>
    <name>ConversationDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Gesprek wijzigen</source>
        <translation>Change the conversation</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Vorm</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Initiatief</source>
        <translation>Initiative</translation>
    </message>
    <message>
        <source>Minuten gesprek</source>
        <translation>Minutes of conversation</translation>
    </message>
    <message>
        <source>Minuten voorbereiding</source>
        <translation>Minutes of preparation</translation>
    </message>
    <message>
        <source>Minuten reistijd</source>
        <translation>Minutes of travel</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Vooronderzoek</source>
        <translation>Preliminary check</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Scherm verborgen</source>
        <translation>Screen hidden</translation>
    </message>
    <message>
        <source>Uw werk staat klaar.</source>
        <translation>Your work is waiting.</translation>
    </message>
    <message>
        <source>Scherm tonen</source>
        <translation>Show the screen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>Vergrendel</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Er ging iets mis</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>Vertrouwd heeft een fout gemaakt. Wat u had opgeslagen is veilig; wat u typte is als concept bewaard. Sluit Vertrouwd en start het opnieuw. Met de regels hieronder kan de maker de fout vinden; er staat niets uit uw dossiers in.</source>
        <translation>Vertrouwd made a mistake. What you had saved is safe; what you were typing was kept as a draft. Close Vertrouwd and start it again. With the lines below the maker can find the mistake; they hold nothing from your cases.</translation>
    </message>
    <message>
        <source>Plaats van de fout</source>
        <translation>Place of the mistake</translation>
    </message>
    <message>
        <source>Doorwerken</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>Vertrouwd sluiten</source>
        <translation>Close Vertrouwd</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Kies een dag in de kalender</source>
        <translation>Pick a day in the calendar</translation>
    </message>
</context>
<context>
    <name>DayCards</name>
    <message>
        <source>Bewaartermijn verloopt</source>
        <translation>Retention ends</translation>
    </message>
    <message>
        <source>Kijk wat u nog nodig hebt. Er gebeurt niets zonder uw besluit.</source>
        <translation>See what you still need. Nothing happens unless you decide it.</translation>
    </message>
    <message>
        <source>Dossiers beoordelen</source>
        <translation>Review the cases</translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Nog geen</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Er is nog geen back-up van deze kluis.</source>
        <translation>There is no backup of this vault yet.</translation>
    </message>
    <message>
        <source>Gaat deze computer stuk, dan is alles weg. Een USB-stick is genoeg.</source>
        <translation>If this computer breaks, everything is gone. A USB stick is enough.</translation>
    </message>
    <message>
        <source>In orde</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>Wordt oud</source>
        <translation>Getting old</translation>
    </message>
    <message>
        <source>Teruggelezen en gecontroleerd.</source>
        <translation>Read back and checked.</translation>
    </message>
    <message>
        <source>Back-up maken…</source>
        <translation>Make a backup…</translation>
    </message>
    <message>
        <source>Back-up weggooien</source>
        <translation>Throw a backup away</translation>
    </message>
    <message numerus="yes">
        <source>Van %n back-up(s) is de termijn voorbij</source>
        <translation>
            <numerusform>The term of %n backup has ended</numerusform>
            <numerusform>The term of %n backups has ended</numerusform>
        </translation>
    </message>
    <message>
        <source>Er kan een dossier in staan dat u vernietigde. Gooi het bestand weg.</source>
        <translation>It may hold a case that you destroyed. Throw the file away.</translation>
    </message>
    <message>
        <source>Back-ups bekijken…</source>
        <translation>Look at backups…</translation>
    </message>
    <message numerus="yes">
        <source>En nog %n concept(en), elk waar u het schreef.</source>
        <translation>
            <numerusform>And %n more draft, where you wrote it.</numerusform>
            <numerusform>And %n more drafts, each where you wrote it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Concept wacht op u</source>
        <translation>A draft is waiting for you</translation>
    </message>
    <message>
        <source>Een gesprek dat u aan het vastleggen was</source>
        <translation>A conversation that you were logging</translation>
    </message>
    <message>
        <source>Een tekst die u aan het schrijven was</source>
        <translation>A text that you were writing</translation>
    </message>
    <message>
        <source>Bewaard %1</source>
        <translation>Kept %1</translation>
    </message>
    <message>
        <source>Verder schrijven</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>Cijfers maken</source>
        <translation>Make figures</translation>
    </message>
    <message numerus="yes">
        <source>%n periode(s) voorbij</source>
        <translation>
            <numerusform>%n period is over</numerusform>
            <numerusform>%n periods are over</numerusform>
        </translation>
    </message>
    <message>
        <source>U ziet eerst precies wat er naar buiten gaat.</source>
        <translation>You first see exactly what will leave.</translation>
    </message>
    <message>
        <source>Wat u over een jaar geeft, kiest u voordat dat jaar begint.</source>
        <translation>What you give about a year, you choose before that year begins.</translation>
    </message>
    <message>
        <source>Cijfers bekijken</source>
        <translation>View the figures</translation>
    </message>
    <message>
        <source>Nog vóór %1</source>
        <translation>Still before %1</translation>
    </message>
    <message>
        <source>Cijfers kiezen</source>
        <translation>Choose figures</translation>
    </message>
    <message>
        <source>Vóór %1</source>
        <translation>Before %1</translation>
    </message>
    <message>
        <source>%1 en nog %2</source>
        <translation>%1 and %2 more</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>gisteren</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>Destroying</name>
    <message>
        <source>Dossier %1 vernietigen?</source>
        <translation>Destroy case %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) vernietigen?</source>
        <translation>
            <numerusform>Destroy %n case?</numerusform>
            <numerusform>Destroy %n cases?</numerusform>
        </translation>
    </message>
    <message>
        <source>Dit geldt voor elk van deze dossiers; elk krijgt een eigen verklaring.</source>
        <translation>This holds for each of these cases; each gets a certificate of its own.</translation>
    </message>
    <message>
        <source>Vernietigen</source>
        <translation>Destroy</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) uit deze kluis verwijderd.</source>
        <translation>
            <numerusform>%n case was removed from this vault.</numerusform>
            <numerusform>%n cases were removed from this vault.</numerusform>
        </translation>
    </message>
    <message>
        <source>Van elk staat er een verklaring in het register. In back-ups kunnen zij nog staan.</source>
        <translation>The register holds a certificate of each. They may still be in backups.</translation>
    </message>
    <message>
        <source>Van elk staat er een verklaring in het register.</source>
        <translation>The register holds a certificate of each.</translation>
    </message>
    <message>
        <source>Register openen…</source>
        <translation>Open the register…</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Het dossier is uit deze kluis verwijderd. In back-ups kan het nog staan.</source>
        <translation>The case has been removed from this vault. It may still stand in backups.</translation>
    </message>
    <message>
        <source>Het dossier is uit deze kluis verwijderd. Er is geen back-up van bekend.</source>
        <translation>The case has been removed from this vault. No backup of it is known.</translation>
    </message>
    <message>
        <source>De verklaring zegt wanneer en hoe, en waar nog kopieën staan. Zij noemt geen melder, geen organisatie en geen dossier.</source>
        <translation>The certificate says when and how, and where copies still stand. It names no reporter, no organisation and no case.</translation>
    </message>
    <message>
        <source>Verklaring opslaan…</source>
        <translation>Save certificate…</translation>
    </message>
    <message numerus="yes">
        <source>%n gesprek(ken)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notitie(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief/brieven</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n afspraak/afspraken</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message>
        <source>het dossier zelf</source>
        <translation>the case itself</translation>
    </message>
    <message>
        <source>Weg gaan: %1, met alle eerdere versies en concepten, en de melder als die geen ander dossier heeft. U kunt dit niet terugdraaien.</source>
        <translation>What goes: %1, with all earlier versions and drafts, and the reporter if there is no other case of theirs. You cannot undo this.</translation>
    </message>
    <message>
        <source>Voor de cijfers blijft een telregel staan, tot zij zijn vastgesteld: een maand en codes, geen naam en geen tekst. De cijfers veranderen niet. Meldt dezelfde persoon zich daarna opnieuw, dan telt die als een ander.</source>
        <translation>For the figures a counting row stays until they are fixed: a month and codes, no name and no text. The figures do not change. If the same person reports again later, they count as somebody else.</translation>
    </message>
    <message>
        <source>Eerst wordt een back-up gemaakt, naast de vorige, in %1.</source>
        <translation>First a backup is made, beside the last one, in %1.</translation>
    </message>
    <message>
        <source>Er wordt vooraf geen back-up gemaakt: er is geen map bekend die nu bereikbaar is.</source>
        <translation>No backup is made beforehand: no folder is known that can be reached now.</translation>
    </message>
    <message numerus="yes">
        <source>Het dossier kan nog in %n back-up(s) staan.</source>
        <translation>
            <numerusform>The case may still stand in %n backup.</numerusform>
            <numerusform>The case may still stand in %n backups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Van %n back-up(s) is niet te zien of die nog bestaan.</source>
        <translation>
            <numerusform>Of %n backup it cannot be seen whether it still exists.</numerusform>
            <numerusform>Of %n backups it cannot be seen whether they still exist.</numerusform>
        </translation>
    </message>
    <message>
        <source>De termijn van de laatste eindigt op %1; die dag staat in de verklaring. Tot u ze weggooit, staat het dossier erin.</source>
        <translation>The term of the last one ends on %1; the certificate names that day. Until you throw them away, the case is in them.</translation>
    </message>
    <message>
        <source>Back-ups vervallen niet vanzelf: het dossier staat erin tot u ze weggooit.</source>
        <translation>Backups do not expire by themselves: the case stands in them until you throw them away.</translation>
    </message>
</context>
<context>
    <name>Destructions</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Wat vernietigd is</source>
        <translation>What was destroyed</translation>
    </message>
    <message>
        <source>Het register van vernietigingen. Het noemt geen dossier, geen melder en geen organisatie. Elke verklaring kunt u opnieuw afdrukken of opslaan.</source>
        <translation>The register of destructions. It names no case, no reporter and no organisation. You can print or save each certificate again.</translation>
    </message>
    <message>
        <source>Er is nog niets vernietigd. Een afgesloten dossier vernietigt u in het dossier, bij Meer.</source>
        <translation>Nothing was destroyed yet. You destroy a closed case in the case itself, under More.</translation>
    </message>
    <message>
        <source>Vernietigingen</source>
        <translation>Destructions</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Verklaring opslaan…</source>
        <translation>Save certificate…</translation>
    </message>
    <message>
        <source>Verklaring afdrukken…</source>
        <translation>Print certificate…</translation>
    </message>
</context>
<context>
    <name>DestructionsDialog</name>
    <message>
        <source>De bewaartermijn was voorbij</source>
        <translation>The retention period had ended</translation>
    </message>
    <message>
        <source>Eerder dan de bewaartermijn, op uw besluit</source>
        <translation>Before the retention period ended, as you decided</translation>
    </message>
    <message>
        <source>Grond niet vastgelegd</source>
        <translation>Ground was not recorded</translation>
    </message>
    <message>
        <source>Er was geen back-up waarin het dossier kon staan</source>
        <translation>There was no backup that could hold the case</translation>
    </message>
    <message numerus="yes">
        <source>Kon toen nog in %n back-up(s) staan</source>
        <translation>
            <numerusform>Could still be in %n backup then</numerusform>
            <numerusform>Could still be in %n backups then</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; de laatste vervalt op %2</source>
        <translation>%1; the last one expires on %2</translation>
    </message>
</context>
<context>
    <name>DetailsPart</name>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Schuilnaam van de melder</source>
        <translation>Alias of the reporter</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reden van sluiten</source>
        <translation>Reason for closing</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>De melding gaat over</source>
        <translation>The report is about</translation>
    </message>
    <message>
        <source>Rol van de melder</source>
        <translation>Role of the reporter</translation>
    </message>
    <message>
        <source>Afdeling</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Dienstverband</source>
        <translation>Employment</translation>
    </message>
    <message>
        <source>Functiegroep</source>
        <translation>Function group</translation>
    </message>
    <message>
        <source>Geslacht van de melder</source>
        <translation>Gender of the reporter</translation>
    </message>
    <message>
        <source>Positie van de betrokkene</source>
        <translation>Position of the subject</translation>
    </message>
    <message>
        <source>Hoe lang al</source>
        <translation>For how long</translation>
    </message>
    <message>
        <source>Hoe vaak</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Gevolgen voor de melder</source>
        <translation>Effects on the reporter</translation>
    </message>
    <message>
        <source>Hoe gebeurt het</source>
        <translation>How it happens</translation>
    </message>
    <message>
        <source>Waar gebeurt het</source>
        <translation>Where it happens</translation>
    </message>
    <message>
        <source>Eerder gemeld bij</source>
        <translation>Reported earlier to</translation>
    </message>
    <message>
        <source>Hulpvraag</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Vervolg</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Uitkomst</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Begonnen op</source>
        <translation>Begun on</translation>
    </message>
    <message>
        <source>Afgesloten op (mag leeg blijven)</source>
        <translation>Closed on (may stay empty)</translation>
    </message>
    <message>
        <source>Ook aan de orde</source>
        <translation>Also at issue</translation>
    </message>
    <message>
        <source>Grond van discriminatie</source>
        <translation>Ground of discrimination</translation>
    </message>
    <message>
        <source>Kwetsbare werkgebieden</source>
        <translation>Vulnerable work areas</translation>
    </message>
    <message>
        <source>Factoren die kwetsbaar maken</source>
        <translation>Aggravating factors</translation>
    </message>
    <message>
        <source>Acuut gevaar</source>
        <translation>Acute danger</translation>
    </message>
    <message>
        <source>Al eerder of elders meegeteld in cijfers</source>
        <translation>Counted in figures before, or elsewhere</translation>
    </message>
    <message>
        <source>Naam en contact van de melder</source>
        <translation>Name and contact of the reporter</translation>
    </message>
    <message>
        <source>Tonen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Staat apart versleuteld en komt in geen brief aan de organisatie.</source>
        <translation>Is encrypted separately and goes into no letter to the organisation.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Privécontact</source>
        <translation>Private contact</translation>
    </message>
    <message>
        <source>Naam en contact opslaan</source>
        <translation>Save name and contact</translation>
    </message>
    <message>
        <source>Wijzigingen verwijderen</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Gegevens opslaan</source>
        <translation>Save details</translation>
    </message>
    <message>
        <source>Nog niet gekozen</source>
        <translation>Not chosen yet</translation>
    </message>
    <message>
        <source>Niet bekend</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>In de cijfers telt dit dossier zoals het was toen die werden gegeven.</source>
        <translation>In figures this case counts as it was when they were given.</translation>
    </message>
    <message>
        <source>Dit hebt u gewijzigd, maar niet opgeslagen. Bewaard op %1.</source>
        <translation>You changed this, but did not save it. Kept on %1.</translation>
    </message>
    <message>
        <source>%1 is gewijzigd.</source>
        <translation>%1 was changed.</translation>
    </message>
    <message>
        <source>Verbergen</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>DialogDraft</name>
    <message>
        <source>Dit hebt u eerder ingevuld, maar niet opgeslagen. Bewaard op %1.</source>
        <translation>You filled this in before, but did not save it. Kept on %1.</translation>
    </message>
</context>
<context>
    <name>DirectorDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>De directeur belt: wat mag ik zeggen?</source>
        <translation>The director calls: what may I say?</translation>
    </message>
    <message>
        <source>Andere organisatie</source>
        <translation>Another organisation</translation>
    </message>
    <message>
        <source>Om welke organisatie gaat het?</source>
        <translation>Which organisation is it about?</translation>
    </message>
    <message>
        <source>Organisaties</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Wat u mag zeggen</source>
        <translation>What you may say</translation>
    </message>
    <message>
        <source>Over al het andere: “Daarover doe ik geen uitspraken.”</source>
        <translation>About everything else: “I make no statements about that.”</translation>
    </message>
    <message>
        <source>Vooraf is vastgelegd welke aantallen ik noem. Elk ander aantal kan naar één persoon wijzen, ook 0. Daarom zeg ik ook geen ja of nee op een vermoeden, en niet of iets meer of minder is. Ook niet hoeveel gesprekken ik voerde: naast het aantal zaken laat dat zien hoe vaak iemand terugkwam.</source>
        <translation>It was laid down beforehand which numbers I give. Any other number can point to one person, 0 too. That is why I do not say yes or no to a suspicion either, nor whether something is more or less. Nor how many conversations I had: beside the number of cases that shows how often somebody came back.</translation>
    </message>
    <message>
        <source>Ik heb iets gezegd…</source>
        <translation>I said something…</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Nog geen organisatie</source>
        <translation>No organisation yet</translation>
    </message>
    <message>
        <source>Er is nog niets vastgesteld. Noem geen aantallen.</source>
        <translation>Nothing has been fixed yet. Give no numbers.</translation>
    </message>
    <message>
        <source>Nog niets vastgesteld</source>
        <translation>Nothing fixed yet</translation>
    </message>
    <message>
        <source>Er zijn over deze organisatie nog geen cijfers. Noem geen aantallen.</source>
        <translation>There are no figures about this organisation yet. Give no numbers.</translation>
    </message>
    <message>
        <source>Vastgesteld op %1</source>
        <translation>Fixed on %1</translation>
    </message>
    <message>
        <source>Noem nu geen aantallen</source>
        <translation>Give no numbers now</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Uitleg</source>
        <translation>Explanation</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>niet apart getoond</source>
        <translation>not shown separately</translation>
    </message>
    <message>
        <source>De getoonde regels zijn samen minder dan het totaal. De rest staat als één aantal op de regel Samen, niet apart getoond, als die rest zelf groot genoeg is. We splitsen haar niet verder: uit elk los aantal kan een kleiner aantal af te leiden zijn. Meer laten zien kan nu niet meer: een bredere periode of grovere groepen kiest u voor een volgend jaar.</source>
        <translation>The lines shown add up to less than the total. The rest stands as one number in the line Together, not shown separately, if that rest is itself large enough. We do not split it further: from each single number a smaller one could be worked out. Showing more is not possible afterwards: choose a wider period or coarser groups for a next year.</translation>
    </message>
    <message>
        <source>Bij zo weinig medewerkers is één zaak in één jaar te dicht bij één persoon. Daarom staan hier geen aantallen.</source>
        <translation>With so few employees one case in one year is too close to one person. So there are no numbers here.</translation>
    </message>
    <message>
        <source>Van de andere cijfers van deze periode is niet bewezen dat ze naar niemand wijzen. Daarom staat hier alleen het totaal dat vooraf is beloofd. Ook later komen ze er niet: naast dit overzicht zouden ze te veel kunnen zeggen.</source>
        <translation>It was not proven that the other figures of this period point to nobody. So only the total that was promised beforehand stands here. They do not come later either: beside this report they could say too much.</translation>
    </message>
    <message>
        <source>Elke tabel zou alleen uit regels bestaan die niet apart worden getoond. Daarom staan de tabellen er niet. Zo&apos;n regel kan 0 zijn, minder dan %1, of een aantal waaruit een kleiner aantal af te leiden kan zijn. Meer laten zien kan nu niet meer.</source>
        <translation>Every table would consist of lines that are not shown separately, and of nothing else. That is why the tables are not there. Such a line can be 0, fewer than %1, or a number from which a smaller one could be derived. It is too late to show more.</translation>
    </message>
    <message>
        <source>Dit jaar was al begonnen; daarom staat hier wat wij adviseren.</source>
        <translation>This year had already begun; that is why you see what we advise here.</translation>
    </message>
    <message>
        <source>Vóór het jaar is gekozen wat hier komt te staan.</source>
        <translation>What stands here was chosen before the year began.</translation>
    </message>
    <message>
        <source>Een uitsplitsing komt in het overzicht van een langere periode, voor zover zij naar niemand wijst.</source>
        <translation>A breakdown comes in the overview of a longer period, as far as it points to nobody.</translation>
    </message>
    <message>
        <source>Bij minder dan %1 zaken zou elke uitsplitsing naar iemand kunnen wijzen. Meer laten zien kan nu niet meer: dat kiest u voor een volgend jaar.</source>
        <translation>With fewer than %1 cases any breakdown could point to somebody. It is too late to show more: choose that for a next year.</translation>
    </message>
    <message>
        <source>Er staat alleen in wat is afgesproken. Over soort, afdeling, relatie of persoon is er niets uit af te leiden.</source>
        <translation>It says only what was agreed. Nothing about kind, department, relation or person can be derived from it.</translation>
    </message>
    <message>
        <source>Wie alle overzichten heeft en onze regels kent, weet van wat er niet staat hoogstens dit. Geef dit niet door: het staat niet in het overzicht.</source>
        <translation>Whoever has all reports and knows our rules knows at most this of what is not shown. Do not pass it on: it is not in the report.</translation>
    </message>
    <message>
        <source>Uw eigen aantallen kunnen hierbuiten liggen: een regel blijft ook weg als er te weinig verschillende melders of situaties achter staan, of als er te weinig naast overblijft.</source>
        <translation>Your own numbers can lie outside this: a line is also left out when too few different reporters or situations stand behind it, or when too little is left beside it.</translation>
    </message>
    <message>
        <source>%1 of meer</source>
        <translation>%1 or more</translation>
    </message>
    <message>
        <source>%1 tot en met %2</source>
        <translation>%1 to %2</translation>
    </message>
</context>
<context>
    <name>FiguresCheck</name>
    <message>
        <source>Hoe ver de controle is</source>
        <translation>How far the check is</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Opnieuw controleren</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Alleen het totaal geven</source>
        <translation>Give only the total</translation>
    </message>
    <message>
        <source>Het totaal dat vooraf is beloofd; de andere cijfers van deze periode komen er dan ook later niet.</source>
        <translation>The total that was promised beforehand; the other figures of this period then do not come later either.</translation>
    </message>
    <message>
        <source>Kan alleen als de controle goed is</source>
        <translation>Possible only if the check is good</translation>
    </message>
    <message>
        <source>Kan pas na de controle</source>
        <translation>Possible after the check</translation>
    </message>
    <message>
        <source>De cijfers worden gecontroleerd…</source>
        <translation>The figures are being checked…</translation>
    </message>
    <message numerus="yes">
        <source>Cijfers controleren: stap %1 van %2, nog ongeveer %n seconde(n)</source>
        <translation>
            <numerusform>Checking figures: step %1 of %2, about %n second left</numerusform>
            <numerusform>Checking figures: step %1 of %2, about %n seconds left</numerusform>
        </translation>
    </message>
    <message>
        <source>Niet veilig: samen met een aantal dat u al noemde, is uit deze cijfers te veel af te leiden. Er is niets opgeslagen. Wat is gezegd, is niet terug te nemen.</source>
        <translation>Not safe: together with a number that you gave already, too much can be worked out from these figures. Nothing was saved. What was said cannot be taken back.</translation>
    </message>
    <message>
        <source>Niet veilig: uit deze cijfers is te veel af te leiden. Er is niets opgeslagen. Dit hoort niet voor te komen: meld het aan de maker.</source>
        <translation>Not safe: too much can be derived from these figures. Nothing was saved. This should never happen: report it to the maker.</translation>
    </message>
    <message>
        <source>De controle is niet af. Gestopt op uw verzoek. Zonder controle gaat niets naar buiten.</source>
        <translation>The check was not finished. Stopped at your request. Without it nothing leaves.</translation>
    </message>
    <message>
        <source>De controle is niet af. Zonder controle gaat niets naar buiten.</source>
        <translation>The check was not finished. Without it nothing leaves.</translation>
    </message>
    <message>
        <source>Gecontroleerd: de vooraf afgesproken totalen staan er altijd, ook 0 of 1. Wie alle overzichten heeft, en zelf één zaak kent, kan daarbuiten geen aantal onder %1 uitrekenen.</source>
        <translation>Checked: totals that were agreed beforehand are always given, 0 or 1 too. Whoever has all reports, and knows one case, cannot work out any other number below %1.</translation>
    </message>
    <message>
        <source>Gecontroleerd: wie alle eerdere overzichten heeft, en zelf één zaak kent, kan geen aantal onder %1 uitrekenen.</source>
        <translation>Checked: whoever has all earlier reports, and knows one case, cannot work out any number below %1.</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Cijfers</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Overzichten en jaren</source>
        <translation>Reports and years</translation>
    </message>
    <message>
        <source>De directeur belt</source>
        <translation>The director calls</translation>
    </message>
    <message>
        <source>Wat naar buiten ging</source>
        <translation>What left</translation>
    </message>
    <message>
        <source>Door de jaren heen</source>
        <translation>Across the years</translation>
    </message>
    <message>
        <source>Nog geen organisatie</source>
        <translation>No organisation yet</translation>
    </message>
    <message>
        <source>Cijfers horen bij een organisatie. Voeg die links bovenaan toe.</source>
        <translation>Figures belong to an organisation. Add one at the top left.</translation>
    </message>
    <message>
        <source>Nog geen cijfers</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>Nog niet mogelijk</source>
        <translation>Not possible yet</translation>
    </message>
    <message>
        <source>Deze periode loopt tot en met %1. Daarna staat hier wat naar buiten gaat. Alles wat u tot dan vastlegt, telt mee.</source>
        <translation>This period runs until %1. After that, what leaves will be shown here. Everything that you enter until then counts.</translation>
    </message>
    <message>
        <source>Deze periode begint op %2 en loopt tot en met %1. Daarna staat hier wat naar buiten gaat.</source>
        <translation>This period begins on %2 and runs until %1. After that, what leaves will be shown here.</translation>
    </message>
    <message>
        <source>Vastgelegd: %1</source>
        <translation>Laid down: %1</translation>
    </message>
    <message>
        <source>De cijfers worden berekend…</source>
        <translation>The figures are being computed…</translation>
    </message>
    <message>
        <source>Bij veel uitsplitsingen kan dit een minuut duren. U kunt intussen doorwerken.</source>
        <translation>With many breakdowns this can take a minute. You can go on working meanwhile.</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>De berekening is gestopt</source>
        <translation>The computation was stopped</translation>
    </message>
    <message>
        <source>Gestopt op uw verzoek. Er is niets vastgesteld en er gaat niets naar buiten.</source>
        <translation>Stopped at your request. Nothing was fixed and nothing leaves.</translation>
    </message>
    <message>
        <source>Opnieuw berekenen</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>Hoeveel mensen werken er?</source>
        <translation>How many people work there?</translation>
    </message>
    <message>
        <source>Het aantal medewerkers op 1 januari bepaalt welke cijfers u mag geven. Uw dossiers tellen daarbij niet mee.</source>
        <translation>The number of employees on 1 January decides which figures you may give. Your cases play no part in that.</translation>
    </message>
    <message>
        <source>Eén zaak is dan te dicht bij één persoon. Het jaarverslag gaat over bereikbaarheid, voorlichting en beleid.</source>
        <translation>One case is then too close to one person. The annual report is about reachability, education and policy.</translation>
    </message>
    <message>
        <source>Een aantal dat u noemde, klopt niet met uw dossiers. Bij Wat naar buiten ging ziet u welke aantallen u noemde. Kijk of een dossier verkeerd is ingevuld. Was het aantal zelf verkeerd? Dat is niet te herstellen: over deze periode komt er dan geen overzicht, ook geen totaal. Zeg dat, en noem geen ander aantal.</source>
        <translation>A number that you said does not agree with your cases. What left shows which numbers you said. See whether a case was filled in wrongly. Was the number itself wrong? That cannot be mended: there will be no report about this period then, and no total. Say so, and give no other number.</translation>
    </message>
    <message>
        <source>Het totaal dat vooraf is beloofd, kunt u wel geven. De andere cijfers van deze periode komen er dan ook later niet.</source>
        <translation>You can still give the total that was promised beforehand. The other figures of this period then do not come later either.</translation>
    </message>
    <message>
        <source>Alleen het totaal geven</source>
        <translation>Give only the total</translation>
    </message>
    <message>
        <source>Aantal invullen</source>
        <translation>Fill in the number</translation>
    </message>
    <message>
        <source>Bij %1 medewerkers geven we geen aantallen</source>
        <translation>With %1 employees we give no numbers</translation>
    </message>
</context>
<context>
    <name>FiguresPreview</name>
    <message>
        <source>Voorbeeld</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Uw tekst…</source>
        <translation>Your text…</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Alleen het voorbeeld tonen, of ook wat eronder staat</source>
        <translation>Show the preview alone, or also what stands below it</translation>
    </message>
    <message>
        <source>Voorbeeld van het overzicht</source>
        <translation>Preview of the report</translation>
    </message>
    <message>
        <source>Waarom klopt de optelsom niet?</source>
        <translation>Why does it not add up?</translation>
    </message>
    <message>
        <source>Wat kan de directeur hoogstens afleiden?</source>
        <translation>What can the director derive at most?</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Waarvoor</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Opslaan als</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Opslaan als PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>ODS</source>
        <translation>ODS</translation>
    </message>
    <message>
        <source>Opslaan als ODS</source>
        <translation>Save as ODS</translation>
    </message>
    <message>
        <source>XLSX</source>
        <translation>XLSX</translation>
    </message>
    <message>
        <source>Opslaan als XLSX</source>
        <translation>Save as XLSX</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Opslaan als CSV</source>
        <translation>Save as CSV</translation>
    </message>
    <message>
        <source>Vaststellen en opslaan…</source>
        <translation>Fix and save…</translation>
    </message>
    <message>
        <source>In welke map komen de bestanden?</source>
        <translation>Which folder do the files go to?</translation>
    </message>
    <message numerus="yes">
        <source>%n bestand(en) opgeslagen.</source>
        <translation>
            <numerusform>%n file saved.</numerusform>
            <numerusform>%n files saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>De cijfers zijn vastgesteld en opgeslagen.</source>
        <translation>The figures were fixed and saved.</translation>
    </message>
    <message>
        <source>Vastgesteld</source>
        <translation>Fixed</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Deze cijfers zijn vastgesteld. Opnieuw opslaan geeft precies dezelfde bestanden.</source>
        <translation>These figures were fixed. Saving again gives exactly the same files.</translation>
    </message>
    <message>
        <source>Alleen dit voorbeeld gaat naar buiten. Na het vaststellen kunt u deze cijfers niet meer wijzigen of terugnemen.</source>
        <translation>Only this preview leaves. Once fixed, these figures can no longer be changed or taken back.</translation>
    </message>
    <message>
        <source>Alleen het totaal dat vooraf is beloofd, gaat naar buiten. De andere cijfers van deze periode komen er ook later niet. Na het vaststellen kunt u dit niet meer wijzigen of terugnemen.</source>
        <translation>Only the total that was promised beforehand leaves. The other figures of this period do not come later either. Once fixed you can no longer change this or take it back.</translation>
    </message>
    <message>
        <source>Uw tekst wacht op antwoord. Daarna kunt u deze cijfers vaststellen.</source>
        <translation>Your text waits for answers. Then you can fix these figures.</translation>
    </message>
    <message>
        <source>Opnieuw opslaan…</source>
        <translation>Save again…</translation>
    </message>
    <message numerus="yes">
        <source>Uw tekst: nog %n plek(ken)…</source>
        <translation>
            <numerusform>Your text: %n place…</numerusform>
            <numerusform>Your text: %n places…</numerusform>
        </translation>
    </message>
    <message>
        <source>Niet apart getoond: dit kan 0 zijn, minder dan %1, of een aantal waaruit een kleiner aantal af te leiden kan zijn. We zeggen bewust niet welk van de drie.</source>
        <translation>Not shown separately: this can be 0, less than %1, or a number from which a smaller one could be worked out. We deliberately do not say which.</translation>
    </message>
    <message>
        <source>Waarom staat er niet meer?</source>
        <translation>Why is there not more?</translation>
    </message>
    <message>
        <source>Opslaan…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Deze cijfers zijn vastgesteld en nog niet opgeslagen. Ze veranderen niet meer.</source>
        <translation>These figures are fixed and were not saved yet. They do not change any more.</translation>
    </message>
    <message>
        <source>Alleen dit voorbeeld gaat nu naar buiten. Daarmee wordt ook vastgesteld wat eerder komt: %1. Na het vaststellen kunt u al deze cijfers niet meer wijzigen of terugnemen.</source>
        <translation>Only this preview leaves now. What comes before it is fixed along with it: %1. After fixing you cannot change or take back any of these figures.</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Pagina %1 van %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Kies eerst een soort bestand.</source>
        <translation>First choose a kind of file.</translation>
    </message>
    <message>
        <source>directie en ondernemingsraad</source>
        <translation>board and works council</translation>
    </message>
    <message>
        <source>Daarna kunt u deze cijfers niet meer wijzigen of terugnemen.</source>
        <translation>After that you can no longer change or take back these figures.</translation>
    </message>
    <message>
        <source>De andere cijfers van deze periode komen er ook later niet.</source>
        <translation>The other figures of this period do not come later either.</translation>
    </message>
    <message>
        <source>Ook dit wordt daarmee vastgesteld, omdat het eerder komt: %1.</source>
        <translation>This is fixed with it, because it comes earlier: %1.</translation>
    </message>
    <message>
        <source>De cijfers over %1 vaststellen?</source>
        <translation>Fix the figures of %1?</translation>
    </message>
    <message>
        <source>Vaststellen en opslaan</source>
        <translation>Fix and save</translation>
    </message>
    <message>
        <source>In uw tekst over %1 wacht nog een plek op antwoord. Kies die periode, open Uw tekst en beantwoord elke plek.</source>
        <translation>In your text about %1 a place still waits for an answer. Choose that period, open Your text and answer each place.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Wachtzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Daarmee opent u uw kluis.</source>
        <translation>It opens your vault.</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Voor als u de wachtzin vergeet. U drukt hem af.</source>
        <translation>In case you forget the passphrase. You print it.</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Met een lege kluis, of eerst oefenen met voorbeelden.</source>
        <translation>With an empty vault, or practise with examples first.</translation>
    </message>
    <message>
        <source>Dit duurt ongeveer twee minuten.</source>
        <translation>This takes about two minutes.</translation>
    </message>
    <message>
        <source>Alles blijft op deze computer. Vertrouwd werkt zonder internet.</source>
        <translation>Everything stays on this computer. Vertrouwd works without the internet.</translation>
    </message>
    <message>
        <source>&amp;Taal</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Stap 1 van 3</source>
        <translation>Step 1 of 3</translation>
    </message>
    <message>
        <source>Kies uw wachtzin</source>
        <translation>Choose your passphrase</translation>
    </message>
    <message>
        <source>Vergeet u de wachtzin? Dan opent deze code uw kluis en elke back-up. U ziet hem alleen nu.</source>
        <translation>If you forget the passphrase, this code opens your vault and every backup. You see it only now.</translation>
    </message>
    <message>
        <source>Kijk nu op uw papier: zo weten we dat de code erop staat.</source>
        <translation>Now look at your paper: that way we know that the code is on it.</translation>
    </message>
    <message>
        <source>Code weer tonen</source>
        <translation>Show the code again</translation>
    </message>
    <message>
        <source>Ik heb al een kluis of back-up</source>
        <translation>I already have a vault or a backup</translation>
    </message>
    <message>
        <source>De kluis wordt gemaakt…</source>
        <translation>The vault is being made…</translation>
    </message>
    <message>
        <source>Ons voorstel: zes woorden</source>
        <translation>Our proposal: six words</translation>
    </message>
    <message>
        <source>Andere woorden</source>
        <translation>Other words</translation>
    </message>
    <message>
        <source>Zes gewone woorden zijn makkelijk te onthouden en bijna niet te raden. Maak er een verhaaltje van. Schrijf ze op papier en bewaar dat op een veilige plek.</source>
        <translation>Six ordinary words are easy to remember and almost impossible to guess. Make up a story with them. Write them on paper and keep that in a safe place.</translation>
    </message>
    <message>
        <source>Uw wachtzin</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Typ de zes woorden over. Zelf een zin bedenken mag ook.</source>
        <translation>Type the six words. Thinking up a sentence of your own is fine too.</translation>
    </message>
    <message>
        <source>Nog een keer, ter controle</source>
        <translation>Once more, to be sure</translation>
    </message>
    <message>
        <source>Niemand kan uw wachtzin terughalen, ook wij niet.</source>
        <translation>Nobody can recover your passphrase, not even we.</translation>
    </message>
    <message>
        <source>Bent u hem kwijt, dan helpt alleen de herstelcode uit stap 2. Zonder die twee is alles weg.</source>
        <translation>If you lose it, only the recovery code of step 2 helps. Without those two everything is gone.</translation>
    </message>
    <message>
        <source>Naam of map kiezen…</source>
        <translation>Choose name or folder…</translation>
    </message>
    <message>
        <source>Stap 2 van 3</source>
        <translation>Step 2 of 3</translation>
    </message>
    <message>
        <source>Bewaar uw herstelcode</source>
        <translation>Keep your recovery code</translation>
    </message>
    <message>
        <source>Blad afdrukken…</source>
        <translation>Print the sheet…</translation>
    </message>
    <message>
        <source>Ik schrijf hem over</source>
        <translation>I will copy it by hand</translation>
    </message>
    <message>
        <source>Een printer kan een kopie bewaren. Gebruik geen printer die u deelt met een organisatie.</source>
        <translation>A printer can keep a copy. Do not use a printer that you share with an organisation.</translation>
    </message>
    <message>
        <source>Even controleren</source>
        <translation>Just checking</translation>
    </message>
    <message>
        <source>Stap 3 van 3</source>
        <translation>Step 3 of 3</translation>
    </message>
    <message>
        <source>Waarmee wilt u beginnen?</source>
        <translation>How would you like to begin?</translation>
    </message>
    <message>
        <source>Uw kluis staat klaar. Oefenen kan altijd, in een aparte kluis met verzonnen mensen.</source>
        <translation>Your vault is ready. You can always practise, in a separate vault with invented people.</translation>
    </message>
    <message>
        <source>U vult uw eerste organisatie in en kunt meteen een gesprek vastleggen.</source>
        <translation>You fill in your first organisation and can log a conversation at once.</translation>
    </message>
    <message>
        <source>Oefenen</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Acht verzonnen organisaties met dossiers. Weg zodra u sluit.</source>
        <translation>Eight invented organisations with cases. Gone when you close.</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Verder naar de herstelcode</source>
        <translation>On to the recovery code</translation>
    </message>
    <message>
        <source>Precies hetzelfde</source>
        <translation>Exactly the same</translation>
    </message>
    <message>
        <source>Uw dossiers komen in een kluis op deze computer. Alleen met uw wachtzin gaat die open.</source>
        <translation>Your cases go into a vault on this computer. It opens only with your passphrase.</translation>
    </message>
    <message>
        <source>Nog niet gelijk</source>
        <translation>Not the same yet</translation>
    </message>
    <message>
        <source>De oefenkluis wordt gemaakt. Dit duurt even…</source>
        <translation>The practice vault is being made. This takes a moment…</translation>
    </message>
    <message>
        <source>Stoppen zonder herstelcode?</source>
        <translation>Stop without a recovery code?</translation>
    </message>
    <message>
        <source>Uw kluis is nog leeg en wordt weggegooid. De code op uw papier werkt dan niet meer. U kunt later opnieuw beginnen.</source>
        <translation>Your vault is still empty and will be thrown away. The code on your paper will no longer work. You can begin again later.</translation>
    </message>
    <message>
        <source>Stoppen en weggooien</source>
        <translation>Stop and throw away</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Het gaat om de map %1.</source>
        <translation>This is about the folder %1.</translation>
    </message>
    <message>
        <source>Of ga terug en kies Ik schrijf hem over.</source>
        <translation>Or go back and choose I will copy it by hand.</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>In de agenda zetten</source>
        <translation>Put into the agenda</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tijd (mag leeg blijven)</source>
        <translation>Time (may stay empty)</translation>
    </message>
    <message>
        <source>Waarvoor (mag leeg blijven)</source>
        <translation>What for (may stay empty)</translation>
    </message>
    <message>
        <source>Typ bijvoorbeeld morgen, vrijdag, 12-11 of +28 (over vier weken).</source>
        <translation>Type for example tomorrow, friday, 12-11 or +28 (in four weeks).</translation>
    </message>
    <message>
        <source>Bijvoorbeeld 14:00</source>
        <translation>For example 14:00</translation>
    </message>
    <message>
        <source>Bijvoorbeeld vervolggesprek op locatie</source>
        <translation>For example next conversation on site</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Verzetten of wijzigen</source>
        <translation>Move or change</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>U sloot zonder op te slaan.</source>
        <translation>You closed without saving.</translation>
    </message>
    <message>
        <source>%1 is gewijzigd.</source>
        <translation>%1 was changed.</translation>
    </message>
    <message>
        <source>%1 is verwijderd.</source>
        <translation>%1 was removed.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Wat naar buiten ging</source>
        <translation>What left</translation>
    </message>
    <message>
        <source>Alles wat over deze organisatie is verteld. Hier komt alleen iets bij; er gaat niets af.</source>
        <translation>Everything that was told about this organisation. Things are only added here; nothing is ever removed.</translation>
    </message>
    <message>
        <source>De directeur belt</source>
        <translation>The director calls</translation>
    </message>
    <message>
        <source>Ik heb iets gezegd…</source>
        <translation>I said something…</translation>
    </message>
    <message>
        <source>Onderaan elk overzicht staat zijn kenmerk. Is dat hetzelfde als hier, dan is het overzicht niet veranderd.</source>
        <translation>At the foot of each report stands its reference. If it is the same as here, the report was not changed.</translation>
    </message>
    <message>
        <source>Controlebestand opslaan…</source>
        <translation>Save check file…</translation>
    </message>
    <message>
        <source>Naar Cijfers</source>
        <translation>To Figures</translation>
    </message>
    <message>
        <source>Opnieuw opslaan…</source>
        <translation>Save again…</translation>
    </message>
    <message>
        <source>Er is nog niets naar buiten gegaan</source>
        <translation>Nothing has left yet</translation>
    </message>
    <message>
        <source>Hier staat straks elk overzicht dat u opslaat: wanneer, voor wie en waarvoor.</source>
        <translation>Every report that you save will stand here: when, for whom and what for.</translation>
    </message>
    <message>
        <source>vastgesteld, nog niet opgeslagen</source>
        <translation>fixed, not saved yet</translation>
    </message>
    <message>
        <source>%1, aan %2</source>
        <translation>%1, to %2</translation>
    </message>
    <message>
        <source>Dit bestand is een ander dan wat nu bewaard is</source>
        <translation>This file is another one than what is kept now</translation>
    </message>
    <message>
        <source>Controlebestand, aan %1</source>
        <translation>Check file, to %1</translation>
    </message>
    <message>
        <source>Kenmerk %1</source>
        <translation>Reference %1</translation>
    </message>
    <message>
        <source>Vastgesteld op %1</source>
        <translation>Fixed on %1</translation>
    </message>
    <message>
        <source>%1, zonder aantallen</source>
        <translation>%1, without numbers</translation>
    </message>
    <message>
        <source>%1, kenmerk %2</source>
        <translation>%1, reference %2</translation>
    </message>
    <message>
        <source>gezegd op %1</source>
        <translation>said on %1</translation>
    </message>
    <message>
        <source>Anders dan in een overzicht, kenmerk %1</source>
        <translation>Other than in a report, reference %1</translation>
    </message>
    <message>
        <source>Opslaan…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Kies een overzicht in de lijst.</source>
        <translation>Choose a report in the list.</translation>
    </message>
    <message>
        <source>Er is nog niets vastgelegd.</source>
        <translation>Nothing was laid down yet.</translation>
    </message>
</context>
<context>
    <name>JoinCase</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Bij welk dossier hoort dit gesprek?</source>
        <translation>Which case does this conversation belong to?</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bij dit dossier voegen</source>
        <translation>Add to this case</translation>
    </message>
</context>
<context>
    <name>JoinCaseDialog</name>
    <message>
        <source>Het gesprek staat nu bij %1.</source>
        <translation>The conversation is in %1 now.</translation>
    </message>
</context>
<context>
    <name>KeptNotice</name>
    <message>
        <source>Opnieuw beginnen</source>
        <translation>Begin anew</translation>
    </message>
    <message>
        <source>Terughalen</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>U kunt terughalen wat hier net stond.</source>
        <translation>You can bring back what stood here a moment ago.</translation>
    </message>
    <message>
        <source>Het staat er weer zoals het was. U kunt terughalen wat u had ingevuld.</source>
        <translation>It is as it was again. You can bring back what you had filled in.</translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Controlebestand opslaan</source>
        <translation>Save check file</translation>
    </message>
    <message>
        <source>In het controlebestand staat alles wat over deze organisatie is vastgelegd en verteld: de plannen, de cijfers van elk overzicht, en tegen wie u welk aantal noemde. Er staat geen zaak in en geen melder. Met het bestand kan iedereen de cijfers narekenen.</source>
        <translation>The check file holds all that was laid down and told about this organisation: the plans, the figures of each report, and to whom you gave which number. There is no case in it and no reporter. With the file anybody can check the figures.</translation>
    </message>
    <message>
        <source>Let op: met een eerdere versie kwamen uw eigen woorden in het controlebestand zelf. Ze zijn er niet uit te halen en gaan dus mee. Lees of er niets in staat dat iemand aanwijst.</source>
        <translation>Please note: an earlier version put your own words into the check file itself. They cannot be taken out, so they go along. Read whether nothing in them points to somebody.</translation>
    </message>
    <message>
        <source>Hoe ver de controle is</source>
        <translation>How far the check is</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Waarvoor</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Opslaan…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Toch opslaan…</source>
        <translation>Save all the same…</translation>
    </message>
    <message>
        <source>Waar komt het controlebestand?</source>
        <translation>Where does the check file go?</translation>
    </message>
    <message>
        <source>Even controleren wat iemand hieruit kan uitrekenen…</source>
        <translation>Checking what somebody can work out from this…</translation>
    </message>
    <message>
        <source>Let op: met een aantal dat u noemde, kan wie dit controlebestand krijgt een klein aantal uitrekenen.</source>
        <translation>Please note: with a number that you gave, whoever gets this check file can work out a small number.</translation>
    </message>
    <message>
        <source>Let op: de controle is niet af. Misschien kan wie dit controlebestand krijgt een klein aantal uitrekenen.</source>
        <translation>Please note: the check was not finished. Perhaps whoever gets this check file can work out a small number.</translation>
    </message>
    <message>
        <source>Het controlebestand is opgeslagen.</source>
        <translation>The check file was saved.</translation>
    </message>
</context>
<context>
    <name>LetterEditor</name>
    <message>
        <source>Alle brieven</source>
        <translation>All letters</translation>
    </message>
    <message>
        <source>Voorbeeld</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Brief verwijderen</source>
        <translation>Remove the letter</translation>
    </message>
    <message>
        <source>Afdrukken…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Opslaan als PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Vaststellen…</source>
        <translation>Fix…</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Aan</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Naam en adres, elk op een eigen regel. Mag leeg blijven.</source>
        <translation>Name and address, each on a line of its own. May stay empty.</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Veld invoegen</source>
        <translation>Insert field</translation>
    </message>
    <message>
        <source>Een regel die met ## begint, wordt in de brief een kopje.</source>
        <translation>A line that begins with ## becomes a heading in the letter.</translation>
    </message>
    <message>
        <source>Volgend leeg veld</source>
        <translation>Next empty field</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>komt uit dossier of organisatie; u kunt het wijzigen</source>
        <translation>comes from the case or organisation; you can change it</translation>
    </message>
    <message>
        <source>Weergave</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Voorbeeld van de brief</source>
        <translation>Preview of the letter</translation>
    </message>
    <message>
        <source>Paginabreedte</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>Hele pagina</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Deze brief vaststellen?</source>
        <translation>Fix this letter?</translation>
    </message>
    <message>
        <source>De bladzijden liggen daarna vast. De brief verandert niet meer.</source>
        <translation>The pages are settled then. The letter does not change any more.</translation>
    </message>
    <message>
        <source>Vaststellen</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Vastgesteld op %1</source>
        <translation>Fixed on %1</translation>
    </message>
    <message numerus="yes">
        <source>Nog leeg: %n veld(en)</source>
        <translation>
            <numerusform>Still empty: %n field</numerusform>
            <numerusform>Still empty: %n fields</numerusform>
        </translation>
    </message>
    <message>
        <source>Vaststellen kan als elk veld is ingevuld.</source>
        <translation>It can be fixed once every field is filled in.</translation>
    </message>
    <message>
        <source>Dit kan als de fout onder de tekst hersteld is.</source>
        <translation>This is possible once the mistake below the text is mended.</translation>
    </message>
    <message>
        <source>Pagina %1 van %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>De brief is verwijderd.</source>
        <translation>The letter was removed.</translation>
    </message>
    <message>
        <source>Onderwerp: %1</source>
        <translation>Subject: %1</translation>
    </message>
    <message>
        <source>Onderwerp, bij %1:</source>
        <translation>Subject, at %1:</translation>
    </message>
    <message>
        <source>Regel %1, bij %2:</source>
        <translation>Line %1, at %2:</translation>
    </message>
</context>
<context>
    <name>LetterList</name>
    <message>
        <source>Zonder onderwerp</source>
        <translation>Without a subject</translation>
    </message>
    <message>
        <source>Concept, gewijzigd %1</source>
        <translation>Draft, changed %1</translation>
    </message>
    <message>
        <source>Vastgesteld op %1</source>
        <translation>Fixed on %1</translation>
    </message>
</context>
<context>
    <name>LetterOutput</name>
    <message>
        <source>De brief is naar de printer gestuurd.</source>
        <translation>The letter was sent to the printer.</translation>
    </message>
    <message>
        <source>Waar komt de PDF?</source>
        <translation>Where does the PDF go?</translation>
    </message>
    <message>
        <source>brief</source>
        <translation>letter</translation>
    </message>
    <message>
        <source>De PDF is opgeslagen.</source>
        <translation>The PDF was saved.</translation>
    </message>
</context>
<context>
    <name>Letterhead</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Uw briefhoofd</source>
        <translation>Your letterhead</translation>
    </message>
    <message>
        <source>Zo staat u boven en onder elke brief die nog niet is vastgesteld.</source>
        <translation>This is how you stand above and below each letter that is not fixed yet.</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>LetterheadPart</name>
    <message>
        <source>Uw naam</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Functie</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Bijvoorbeeld extern vertrouwenspersoon</source>
        <translation>For example external confidential advisor</translation>
    </message>
    <message>
        <source>Adres, telefoon, e-mail</source>
        <translation>Address, telephone, e-mail</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Handtekening</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Dit mag leeg blijven. Kies een PNG- of JPEG-bestand. Alleen het beeld zelf komt in uw kluis, niet waar en wanneer een foto is gemaakt.</source>
        <translation>These may stay empty. Choose a PNG or JPEG file. Only the picture itself comes into your vault, not where and when a photo was taken.</translation>
    </message>
    <message>
        <source>extern vertrouwenspersoon</source>
        <translation>external confidential advisor</translation>
    </message>
    <message>
        <source>Welk bestand is uw logo?</source>
        <translation>Which file is your logo?</translation>
    </message>
    <message>
        <source>Welk bestand is uw handtekening?</source>
        <translation>Which file is your signature?</translation>
    </message>
    <message>
        <source>Afbeeldingen</source>
        <translation>Pictures</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Brieven</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Kies links een brief.</source>
        <translation>Choose a letter on the left.</translation>
    </message>
    <message>
        <source>Hier komen uw brieven</source>
        <translation>Your letters will be here</translation>
    </message>
    <message>
        <source>Een brief begint bij een dossier: open het dossier en kies Brief maken.</source>
        <translation>A letter begins with a case: open the case and choose Write a letter.</translation>
    </message>
    <message>
        <source>Naar de dossiers</source>
        <translation>To the cases</translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message>
        <source>Uw tekst is bewaard.</source>
        <translation>Your text is safe.</translation>
    </message>
    <message>
        <source>Nu vergrendelen</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>Doorwerken</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>Vergrendelt over %1 seconden</source>
        <translation>Locks in %1 seconds</translation>
    </message>
</context>
<context>
    <name>Logind</name>
    <message>
        <source>Vergrendelt eerst de kluis</source>
        <translation>Locks the vault first</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Oefenkluis. Alle mensen en zaken zijn verzonnen. Zet hier niets echts in.</source>
        <translation>Practice vault. All people and matters are invented. Put nothing real in here.</translation>
    </message>
    <message>
        <source>Eigen kluis openen…</source>
        <translation>Open your own vault…</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Brieven</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Cijfers</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Verberg scherm</source>
        <translation>Hide the screen</translation>
    </message>
    <message>
        <source>Vergrendel</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Bezig…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>Zoeken: Ctrl+K</source>
        <translation>Search: Ctrl+K</translation>
    </message>
    <message>
        <source>Alle sneltoetsen: F1</source>
        <translation>All shortcuts: F1</translation>
    </message>
    <message>
        <source>Toch vergrendelen?</source>
        <translation>Lock all the same?</translation>
    </message>
    <message>
        <source>Vergrendelen; niet bewaarde tekst is weg</source>
        <translation>Lock; text that was not saved is lost</translation>
    </message>
    <message>
        <source>Toch sluiten?</source>
        <translation>Close all the same?</translation>
    </message>
    <message>
        <source>Sluiten; niet bewaarde tekst is weg</source>
        <translation>Close; text that was not saved is lost</translation>
    </message>
    <message>
        <source>Gaat u toch door, dan verliest u de tekst die niet is bewaard.</source>
        <translation>If you go on, the text that was not saved is lost.</translation>
    </message>
    <message>
        <source>Organisatie: %1</source>
        <translation>Organisation: %1</translation>
    </message>
    <message>
        <source>Vergrendelt over %1 min</source>
        <translation>Locks in %1 min</translation>
    </message>
    <message>
        <source>Uw werk staat klaar. Vergrendelt over %1 min.</source>
        <translation>Your work is waiting. Locks in %1 min.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Nog geen organisatie</source>
        <translation>No organisation yet</translation>
    </message>
    <message>
        <source>Voeg links bovenaan een organisatie toe.</source>
        <translation>Add an organisation at the top left.</translation>
    </message>
    <message>
        <source>Dit lukt nu niet</source>
        <translation>This is not possible now</translation>
    </message>
</context>
<context>
    <name>Narrative</name>
    <message>
        <source>naam uit uw dossiers</source>
        <translation>name from your cases</translation>
    </message>
    <message>
        <source>contactpersoon</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>dossiernummer</source>
        <translation>case number</translation>
    </message>
    <message>
        <source>e-mailadres of webadres</source>
        <translation>e-mail or web address</translation>
    </message>
    <message>
        <source>afdeling</source>
        <translation>department</translation>
    </message>
    <message>
        <source>andere opdrachtgever</source>
        <translation>another client</translation>
    </message>
    <message>
        <source>functie</source>
        <translation>function</translation>
    </message>
    <message>
        <source>naam achter een aanspreekvorm</source>
        <translation>name behind a form of address</translation>
    </message>
    <message>
        <source>voorletters</source>
        <translation>initials</translation>
    </message>
    <message>
        <source>dag of periode</source>
        <translation>day or period</translation>
    </message>
    <message>
        <source>telefoonnummer of ander lang nummer</source>
        <translation>telephone or other long number</translation>
    </message>
    <message>
        <source>nul in woorden</source>
        <translation>zero in words</translation>
    </message>
    <message>
        <source>aantal dat niet in de cijfers staat</source>
        <translation>number that is not in the figures</translation>
    </message>
    <message>
        <source>aantal uit de cijfers</source>
        <translation>number from the figures</translation>
    </message>
    <message>
        <source>onzichtbaar of vreemd teken</source>
        <translation>invisible or unusual character</translation>
    </message>
    <message>
        <source>Deze naam of schuilnaam staat in uw kluis. In een overzicht hoort geen naam.</source>
        <translation>This name or alias stands in your vault. No name belongs in a report.</translation>
    </message>
    <message>
        <source>Zo heet iemand bij een van uw opdrachtgevers.</source>
        <translation>Somebody at one of your clients has this name.</translation>
    </message>
    <message>
        <source>Een dossiernummer hoort alleen in uw kluis.</source>
        <translation>A case number belongs in your vault only.</translation>
    </message>
    <message>
        <source>Een adres leidt naar iemand. Uw eigen adres mag blijven staan.</source>
        <translation>An address leads to somebody. Your own address may stay.</translation>
    </message>
    <message>
        <source>Wie de afdeling kent, weet misschien om wie het gaat.</source>
        <translation>Whoever knows the department may know who it is about.</translation>
    </message>
    <message>
        <source>Voor wie u nog meer werkt, hoeft deze opdrachtgever niet te weten.</source>
        <translation>This client need not know for whom else you work.</translation>
    </message>
    <message>
        <source>Zo&apos;n functie heeft vaak maar één persoon.</source>
        <translation>Often only one person has such a function.</translation>
    </message>
    <message>
        <source>Hier lijkt iemand bij naam te staan. In een overzicht hoort geen naam.</source>
        <translation>Somebody seems to be named here. No name belongs in a report.</translation>
    </message>
    <message>
        <source>Voorletters wijzen iemand aan voor wie hem of haar kent.</source>
        <translation>Initials point to somebody for whoever knows that person.</translation>
    </message>
    <message>
        <source>Een dag of periode kan verraden wie er toen bij u was.</source>
        <translation>A day or period can give away who came to you then.</translation>
    </message>
    <message>
        <source>Een nummer leidt naar iemand. Uw eigen nummer mag blijven staan.</source>
        <translation>A number leads to somebody. Your own number may stay.</translation>
    </message>
    <message>
        <source>Dat iets er niet was, is ook een aantal. Staat het niet in de cijfers, laat het dan weg.</source>
        <translation>That there was none is a number, too. If it is not in the figures, leave it out.</translation>
    </message>
    <message>
        <source>Uit zo&apos;n aantal is misschien een klein aantal af te leiden.</source>
        <translation>A small number could perhaps be derived from such a number.</translation>
    </message>
    <message>
        <source>Dit getal staat ook in de cijfers. Bedoelt u hier hetzelfde?</source>
        <translation>This number stands in the figures, too. Do you mean the same here?</translation>
    </message>
    <message>
        <source>Dit teken ziet een lezer niet, of het lijkt op een andere letter.</source>
        <translation>A reader cannot see this character, or it looks like another letter.</translation>
    </message>
</context>
<context>
    <name>NarrativeDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Signalen en advies</source>
        <translation>Signals and advice</translation>
    </message>
    <message>
        <source>Dit komt in het overzicht te staan, niet in de spreadsheets. Voor woorden bestaat geen bewijs dat niemand te herkennen is: dat beoordeelt u zelf.</source>
        <translation>This will stand in the report, not in the spreadsheets. For words there is no proof that nobody can be recognised: that is for you to judge.</translation>
    </message>
    <message>
        <source>Uw tekst (mag leeg blijven)</source>
        <translation>Your text (may stay empty)</translation>
    </message>
    <message>
        <source>Plekken in uw tekst</source>
        <translation>Places in your text</translation>
    </message>
    <message>
        <source>Weglaten</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Zo bedoeld, en onschadelijk</source>
        <translation>Meant so, and harmless</translation>
    </message>
    <message>
        <source>De tekst wordt vanzelf bewaard.</source>
        <translation>The text is kept by itself.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Terug naar het voorbeeld</source>
        <translation>Back to the preview</translation>
    </message>
    <message>
        <source>%1 van %2 tekens</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message>
        <source>De tekst is te lang. Maak hem korter: hooguit %1 tekens.</source>
        <translation>The text is too long. Make it shorter: at most %1 characters.</translation>
    </message>
    <message numerus="yes">
        <source>%n plek(ken) wachten op antwoord</source>
        <translation>
            <numerusform>%n place waits for an answer</numerusform>
            <numerusform>%n places wait for an answer</numerusform>
        </translation>
    </message>
    <message>
        <source>Elke plek is beantwoord.</source>
        <translation>Every place is answered.</translation>
    </message>
    <message>
        <source>Niets gevonden. Lees de tekst zelf nog eens.</source>
        <translation>Nothing was found. Please read the text once more yourself.</translation>
    </message>
    <message>
        <source>(onzichtbaar)</source>
        <translation>(invisible)</translation>
    </message>
    <message>
        <source>Wacht op antwoord</source>
        <translation>Waits for an answer</translation>
    </message>
    <message>
        <source>Dit hebt u al beantwoord.</source>
        <translation>You have answered this already.</translation>
    </message>
    <message>
        <source>De tekst wordt nagekeken.</source>
        <translation>The text is being looked through.</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Nieuw dossier</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Korte titel</source>
        <translation>Short title</translation>
    </message>
    <message>
        <source>Neutraal, zonder namen</source>
        <translation>Neutral, without names</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Melder</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Schuilnaam van de melder</source>
        <translation>Alias of the reporter</translation>
    </message>
    <message>
        <source>Bijvoorbeeld Merel</source>
        <translation>For example Robin</translation>
    </message>
    <message>
        <source>Laat leeg als u niet weet wie het is: alle melders zonder schuilnaam tellen samen als één.</source>
        <translation>Leave empty if you do not know who it is: all reporters without an alias count as one together.</translation>
    </message>
    <message>
        <source>Rol van de melder</source>
        <translation>Role of the reporter</translation>
    </message>
    <message>
        <source>De melding gaat over</source>
        <translation>The report is about</translation>
    </message>
    <message>
        <source>Afdeling (mag leeg blijven)</source>
        <translation>Department (may stay empty)</translation>
    </message>
    <message>
        <source>Begonnen op</source>
        <translation>Begun on</translation>
    </message>
    <message>
        <source>Acuut gevaar: denk aan de grenzen van vertrouwelijkheid</source>
        <translation>Acute danger: mind the limits of confidentiality</translation>
    </message>
    <message>
        <source>Al eerder of elders meegeteld in cijfers</source>
        <translation>Counted in figures before, or elsewhere</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dossier openen</source>
        <translation>Open the case</translation>
    </message>
</context>
<context>
    <name>NewCaseDialog</name>
    <message>
        <source>Alleen een titel is al genoeg.</source>
        <translation>A title alone is enough.</translation>
    </message>
    <message>
        <source>Het losse gesprek wordt het eerste gesprek van dit dossier.</source>
        <translation>The loose conversation becomes the first one of this case.</translation>
    </message>
    <message>
        <source>Nieuwe melder</source>
        <translation>New reporter</translation>
    </message>
    <message>
        <source>Niet bekend</source>
        <translation>Not known</translation>
    </message>
</context>
<context>
    <name>NextAppointment</name>
    <message>
        <source>Afvinken</source>
        <translation>Tick off</translation>
    </message>
</context>
<context>
    <name>OrganisationPage</name>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Opdrachtgever sinds</source>
        <translation>Client since</translation>
    </message>
    <message>
        <source>Regeling en uw rol</source>
        <translation>Regulation and your role</translation>
    </message>
    <message>
        <source>Bijvoorbeeld Regeling melden vermoeden misstand</source>
        <translation>For example Whistleblowing regulation</translation>
    </message>
    <message>
        <source>Voor wie de regeling geldt</source>
        <translation>Who the regulation is for</translation>
    </message>
    <message>
        <source>Bijvoorbeeld medewerkers, inhuur en raadsleden</source>
        <translation>For example employees, hired staff and council members</translation>
    </message>
    <message>
        <source>Ongewenste omgangsvormen vallen onder integriteit</source>
        <translation>Undesirable behaviour falls under integrity</translation>
    </message>
    <message>
        <source>Cijfers en brieven</source>
        <translation>Figures and letters</translation>
    </message>
    <message>
        <source>Het jaar loopt van</source>
        <translation>The year runs from</translation>
    </message>
    <message>
        <source>Groepjes met minder melders worden nooit apart getoond. Hoger dan 5 mag, lager niet.</source>
        <translation>Groups with fewer reporters are never shown separately. More than 5 is allowed, less is not.</translation>
    </message>
    <message>
        <source>De wet noemt geen termijn; vaak is het twee jaar. Er wordt niets vanzelf vernietigd.</source>
        <translation>The law names no term; it is often two years. Nothing is destroyed by itself.</translation>
    </message>
    <message>
        <source>Taal van brieven en cijfers</source>
        <translation>Language of letters and figures</translation>
    </message>
    <message>
        <source>Korte code</source>
        <translation>Short code</translation>
    </message>
    <message>
        <source>Voor de namen van bestanden, bijvoorbeeld WATERDAL.</source>
        <translation>For the names of files, for example WATERDAL.</translation>
    </message>
    <message>
        <source>Opdrachtgever tot (mag leeg blijven)</source>
        <translation>Client until (may stay empty)</translation>
    </message>
    <message>
        <source>Een afdeling telt in de cijfers mee onder haar groep. Groepen onder de 50 medewerkers staan er niet apart in.</source>
        <translation>In the figures a department counts under its group. Groups with fewer than 50 staff are not shown separately there.</translation>
    </message>
    <message>
        <source>Soort organisatie</source>
        <translation>Type of organisation</translation>
    </message>
    <message>
        <source>Medewerkers op 1 januari</source>
        <translation>Employees on 1 January</translation>
    </message>
    <message>
        <source>Nog niet ingevuld</source>
        <translation>Not filled in yet</translation>
    </message>
    <message>
        <source>Van dit aantal hangt af welke cijfers veilig zijn.</source>
        <translation>Which figures are safe depends on this number.</translation>
    </message>
    <message>
        <source>Later aanvullen</source>
        <translation>To be completed later</translation>
    </message>
    <message>
        <source>Naam van de regeling</source>
        <translation>Name of the regulation</translation>
    </message>
    <message>
        <source>Uw rol bij een misstand</source>
        <translation>Your role in case of wrongdoing</translation>
    </message>
    <message>
        <source>Vooronderzoek hoort bij uw taak</source>
        <translation>A preliminary check is part of your task</translation>
    </message>
    <message>
        <source>Een notitie voor uzelf: in de cijfers staan zij altijd apart van integriteit.</source>
        <translation>A note for yourself: in the figures it always stands apart from integrity.</translation>
    </message>
    <message>
        <source>Kleinste aantal in cijfers</source>
        <translation>Smallest number in figures</translation>
    </message>
    <message>
        <source>Bewaartermijn</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source> maanden na het sluiten</source>
        <translation> months after closing</translation>
    </message>
    <message>
        <source>Medewerkers per jaar</source>
        <translation>Employees per year</translation>
    </message>
    <message>
        <source>Hoeveel mensen er op 1 januari van andere jaren werkten.</source>
        <translation>How many people worked there on 1 January of other years.</translation>
    </message>
    <message>
        <source>Jaar toevoegen</source>
        <translation>Add a year</translation>
    </message>
    <message>
        <source>Regel verwijderen</source>
        <translation>Remove line</translation>
    </message>
    <message>
        <source>Afdelingen</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>Afdeling toevoegen</source>
        <translation>Add a department</translation>
    </message>
    <message>
        <source>Contactpersonen</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Bijvoorbeeld de secretaris, P&amp;O of de ondernemingsraad. Vink aan wie de cijfers krijgt.</source>
        <translation>For example the secretary, HR or the works council. Tick who receives the figures.</translation>
    </message>
    <message>
        <source>Contact toevoegen</source>
        <translation>Add a contact</translation>
    </message>
    <message>
        <source>Organisatie verwijderen…</source>
        <translation>Remove the organisation…</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Brieven en cijfers gebruiken wat hier staat.</source>
        <translation>Letters and figures use what is written here.</translation>
    </message>
    <message>
        <source>Medewerkers op 1 januari %1</source>
        <translation>Employees on 1 January %1</translation>
    </message>
    <message>
        <source>De indeling van %1 ligt vast in de cijfers. Wat u hier wijzigt, geldt vanaf %2. Een nieuwe afdeling kunt u nu al bij dossiers kiezen.</source>
        <translation>The division of %1 is laid down in the figures. What you change here counts from %2 on. A new department can be chosen for cases right away.</translation>
    </message>
    <message>
        <source>Dit hebt u ingevuld, maar nog niet opgeslagen. Het is bewaard op %1.</source>
        <translation>You filled this in but have not saved it yet. It was kept on %1.</translation>
    </message>
    <message>
        <source>Wat u invulde is weggegooid.</source>
        <translation>What you filled in was thrown away.</translation>
    </message>
    <message>
        <source>Adviseur van de melder</source>
        <translation>Adviser of the reporter</translation>
    </message>
    <message>
        <source>Doorgeefluik naar de organisatie</source>
        <translation>Conduit to the organisation</translation>
    </message>
    <message>
        <source>Meldfunctionaris</source>
        <translation>Reporting officer</translation>
    </message>
    <message>
        <source>1 januari tot en met 31 december</source>
        <translation>1 January to 31 December</translation>
    </message>
    <message>
        <source>1 augustus tot en met 31 juli</source>
        <translation>1 August to 31 July</translation>
    </message>
    <message>
        <source>Nieuwe organisatie</source>
        <translation>New organisation</translation>
    </message>
    <message>
        <source>Dossiers, brieven en cijfers horen bij een organisatie. Een naam is genoeg om te beginnen; voor cijfers is ook het aantal medewerkers nodig.</source>
        <translation>Cases, letters and figures belong to an organisation. A name is enough to begin; figures also need the number of staff.</translation>
    </message>
</context>
<context>
    <name>OrganisationSwitch</name>
    <message>
        <source>Nieuwe organisatie</source>
        <translation>New organisation</translation>
    </message>
    <message>
        <source>Alle organisaties</source>
        <translation>All organisations</translation>
    </message>
    <message>
        <source>Geen organisatie</source>
        <translation>No organisation</translation>
    </message>
    <message>
        <source>Gegevens van deze organisatie…</source>
        <translation>Details of this organisation…</translation>
    </message>
    <message>
        <source>Organisatie toevoegen…</source>
        <translation>Add an organisation…</translation>
    </message>
</context>
<context>
    <name>OrganisationTables</name>
    <message>
        <source>Jaar</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Medewerkers op 1 januari</source>
        <translation>Employees on 1 January</translation>
    </message>
    <message>
        <source>Medewerkers %1</source>
        <translation>Employees %1</translation>
    </message>
    <message>
        <source>Afdeling</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Groep in cijfers</source>
        <translation>Group in figures</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Aanhef in brieven</source>
        <translation>Salutation in letters</translation>
    </message>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Krijgt cijfers</source>
        <translation>Receives figures</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Dossier, notitie, brief of opdracht</source>
        <translation>Case, note, letter or command</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Zoekt in</source>
        <translation>Searching in</translation>
    </message>
    <message>
        <source>Zoekgebied</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>kiezen</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>openen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>zoekgebied</source>
        <translation>scope</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>sluiten</source>
        <translation>close</translation>
    </message>
    <message>
        <source>&gt;</source>
        <translation>&gt;</translation>
    </message>
    <message>
        <source>alleen opdrachten</source>
        <translation>commands only</translation>
    </message>
    <message>
        <source>Alle organisaties</source>
        <translation>All organisations</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Notities</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Los gesprek</source>
        <translation>Loose conversation</translation>
    </message>
    <message>
        <source>Brieven</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Vastgesteld</source>
        <translation>Fixed</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Opdrachten</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een ander woord, of zoek in alle organisaties.</source>
        <translation>Nothing found. Try another word, or search all organisations.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Pagina %1 van %2</source>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Wachtzin veranderen</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Back-ups die u eerder maakte, blijven met de oude wachtzin opengaan. Bewaar die dus tot u nieuwe back-ups hebt.</source>
        <translation>Backups that you made before keep opening with the old passphrase. So keep that one until you have new backups.</translation>
    </message>
    <message>
        <source>Wachtzin van nu</source>
        <translation>Current passphrase</translation>
    </message>
    <message>
        <source>Nieuwe wachtzin</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Andere woorden</source>
        <translation>Other words</translation>
    </message>
    <message>
        <source>Nog een keer, ter controle</source>
        <translation>Once more, to be sure</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Typ eerst de wachtzin van nu.</source>
        <translation>First type the current passphrase.</translation>
    </message>
    <message>
        <source>Dit is al uw wachtzin. Kies een andere.</source>
        <translation>This is your passphrase already. Choose another one.</translation>
    </message>
    <message>
        <source>De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over.</source>
        <translation>The two passphrases are not the same. Please type it once more.</translation>
    </message>
    <message>
        <source>Ons voorstel: %1</source>
        <translation>Our proposal: %1</translation>
    </message>
    <message>
        <source>De wachtzin is veranderd. Eerdere back-ups openen met de oude.</source>
        <translation>The passphrase was changed. Earlier backups open with the old one.</translation>
    </message>
    <message>
        <source>Dit is niet de wachtzin van nu. Bent u hem vergeten? Vergrendel, en open de kluis met de herstelcode.</source>
        <translation>This is not the current passphrase. Did you forget it? Lock, and open the vault with the recovery code.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Verbergen</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Tonen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Wachtzin verbergen</source>
        <translation>Hide the passphrase</translation>
    </message>
    <message>
        <source>Wachtzin tonen</source>
        <translation>Show the passphrase</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Uw kluis heet %1 en komt in %2</source>
        <translation>Your vault is called %1 and goes into %2</translation>
    </message>
    <message>
        <source>Typ hier de zes woorden, of een eigen zin.</source>
        <translation>Type the six words here, or a sentence of your own.</translation>
    </message>
    <message>
        <source>De twee wachtzinnen zijn niet gelijk. Typ hem nog een keer over.</source>
        <translation>The two passphrases are not the same. Please type it once more.</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>%1e kwartaal %2</source>
        <translation>quarter %1 of %2</translation>
    </message>
    <message>
        <source>%1e tertaal %2</source>
        <translation>four-month period %1 of %2</translation>
    </message>
    <message>
        <source>%1e halfjaar %2</source>
        <translation>half-year %1 of %2</translation>
    </message>
    <message>
        <source>%1 t/m %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>het %1</source>
        <comment>a part of a year</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%4overzicht</source>
        <translation>%4 report</translation>
    </message>
    <message>
        <source>jaaroverzicht</source>
        <translation>annual report</translation>
    </message>
    <message>
        <source>meerjarenoverzicht</source>
        <translation>report over several years</translation>
    </message>
    <message>
        <source>alleen het hele jaar</source>
        <translation>the whole year only</translation>
    </message>
    <message>
        <source>kwartalen</source>
        <translation>quarters</translation>
    </message>
    <message>
        <source>tertalen (vier maanden)</source>
        <translation>four-month periods</translation>
    </message>
    <message>
        <source>halve jaren</source>
        <translation>half-years</translation>
    </message>
    <message>
        <source>kwartaal</source>
        <translation>quarter</translation>
    </message>
    <message>
        <source>kwartaal</source>
        <comment>before another word</comment>
        <translation>quarterly</translation>
    </message>
    <message>
        <source>tertaal</source>
        <translation>four-month period</translation>
    </message>
    <message>
        <source>tertalen</source>
        <translation>four-month periods</translation>
    </message>
    <message>
        <source>tertaal</source>
        <comment>before another word</comment>
        <translation>four-month</translation>
    </message>
    <message>
        <source>halfjaar</source>
        <translation>half-year</translation>
    </message>
    <message>
        <source>halfjaar</source>
        <comment>before another word</comment>
        <translation>half-yearly</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>Kiezen…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>gekozen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>geen afbeelding</source>
        <translation>no picture</translation>
    </message>
    <message>
        <source>Geen afbeelding</source>
        <translation>No picture</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Welke cijfers geeft u?</source>
        <translation>Which figures do you give?</translation>
    </message>
    <message>
        <source>Waarom dit advies?</source>
        <translation>Why this advice?</translation>
    </message>
    <message>
        <source>We kijken alleen naar deze twee getallen, die iedereen mag weten. Niet naar uw dossiers.</source>
        <translation>We look at these two numbers only, which everybody may know. Not at your cases.</translation>
    </message>
    <message>
        <source>Dit ligt daarna vast</source>
        <translation>This is settled then</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Telt</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Grens</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Afdelingen</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>Twijfelt u? Kies ons advies. Te weinig laten zien maakt u later goed. Wat u te veel laat zien, kunt u nooit terugnemen.</source>
        <translation>In doubt? Take our advice. Showing too little can be mended later. What you show too much of can never be taken back.</translation>
    </message>
    <message>
        <source>Vastleggen…</source>
        <translation>Lay down…</translation>
    </message>
    <message>
        <source>Over %1, aan %2. Hoe meer u uitsplitst, hoe kleiner de aantallen en hoe minder u mag laten zien.</source>
        <translation>About %1, to %2. The more you break down, the smaller the numbers and the less you may show.</translation>
    </message>
    <message>
        <source>zaken</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>%1, van %1 verschillende melders</source>
        <translation>%1, of %1 different reporters</translation>
    </message>
    <message>
        <source>Vastleggen voor %1…</source>
        <translation>Lay down for %1…</translation>
    </message>
    <message>
        <source>Dit kan daarna niet meer veranderen. Een andere keuze kan pas voor een volgend jaar.</source>
        <translation>This cannot be changed afterwards. Another choice is possible only for a next year.</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Lay down</translation>
    </message>
    <message>
        <source>Voor %2 vastleggen: %1?</source>
        <translation>Lay down for %2: %1?</translation>
    </message>
    <message>
        <source>Dit kan daarna niet meer veranderen. Een andere keuze kan pas na deze drie jaar.</source>
        <translation>This cannot change afterwards. Another choice is possible only after these three years.</translation>
    </message>
    <message>
        <source>Dit kan daarna niet meer veranderen. Een andere keuze kan pas na deze twee jaar.</source>
        <translation>This cannot change afterwards. Another choice is possible only after these two years.</translation>
    </message>
    <message>
        <source>Ons advies</source>
        <translation>Our advice</translation>
    </message>
    <message>
        <source>medewerkers op 1 januari; vanaf %1 kan een totaal</source>
        <translation>employees on 1 January; from %1 a total is possible</translation>
    </message>
    <message>
        <source>zaken per jaar: vóór dit jaar begon was geen jaartotaal gegeven, daarom rekenen we met %1 op de %2 medewerkers</source>
        <translation>cases a year: before this year began no annual total had been given, so we reckon with %1 in %2 employees</translation>
    </message>
    <message>
        <source>zaken per jaar: er is nog geen jaartotaal gegeven, daarom rekenen we met %1 op de %2 medewerkers</source>
        <translation>cases a year: no annual total has been given yet, so we reckon with %1 in %2 employees</translation>
    </message>
    <message>
        <source>zaken in %1, het laatste totaal dat u gaf voordat dit jaar begon</source>
        <translation>cases in %1, the last total that you gave before this year began</translation>
    </message>
    <message>
        <source>zaken in %1, het laatste totaal dat u gaf</source>
        <translation>cases in %1, the last total that you gave</translation>
    </message>
    <message>
        <source>na elk %2; de tabellen na het jaar</source>
        <translation>after each %2; the tables after the year</translation>
    </message>
    <message>
        <source>na elk %2, en na het jaar</source>
        <translation>after each %2, and after the year</translation>
    </message>
    <message>
        <source>na elk jaar; de tabellen na drie jaar</source>
        <translation>after each year; the tables after three years</translation>
    </message>
    <message>
        <source>na afloop van het tweede jaar</source>
        <translation>after the second year</translation>
    </message>
    <message>
        <source>na afloop van het jaar</source>
        <translation>after the year</translation>
    </message>
    <message>
        <source>geen: daarvoor zijn twee groepen van 50 medewerkers of meer nodig</source>
        <translation>none: that needs two groups of 50 staff or more</translation>
    </message>
    <message>
        <source>Dit jaar is al begonnen. Wie halverwege kiest, laat merken wat er is binnengekomen. Daarom geldt voor dit jaar ons advies, uit wat bekend was voordat het begon.</source>
        <translation>This year has begun already. Whoever chooses halfway shows what came in. So our advice applies for this year, from what was known before it began.</translation>
    </message>
    <message>
        <source>Leg dit vast vóór %1. Daarna kunt u het dat jaar niet meer wijzigen: wie halverwege kiest, laat merken wat er is binnengekomen.</source>
        <translation>Lay this down before %1. You cannot change it for that year afterwards: whoever chooses halfway shows what came in.</translation>
    </message>
    <message>
        <source>De tijd van %1 tot en met %2 valt tussen twee jaren. Zaken die u dan vastlegt, tellen in geen overzicht mee.</source>
        <translation>The time from %1 to %2 falls between two years. Cases that you enter then count in no report.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Voorbeeld</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>&amp;Printer</source>
        <translation>&amp;Printer</translation>
    </message>
    <message>
        <source>Opnieuw &amp;zoeken</source>
        <translation>&amp;Search again</translation>
    </message>
    <message>
        <source>Een printer en de wachtrij van deze computer kunnen een kopie bewaren.</source>
        <translation>A printer and the queue of this computer can keep a copy.</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>%n bladzijde(n)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Er is geen printer gevonden. Sluit een printer aan en kies Opnieuw zoeken.</source>
        <translation>No printer was found. Connect a printer and choose Search again.</translation>
    </message>
</context>
<context>
    <name>QuickLog</name>
    <message>
        <source>Gesprek vastleggen</source>
        <translation>Log a conversation</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Vorm</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Vorm van het gesprek</source>
        <translation>Form of the conversation</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Datum van het gesprek</source>
        <translation>Date of the conversation</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Duur in minuten</source>
        <translation>Duration in minutes</translation>
    </message>
    <message>
        <source>Wat is er besproken</source>
        <translation>What was discussed</translation>
    </message>
    <message>
        <source>Kort en feitelijk. Geen namen van derden als dat niet nodig is.</source>
        <translation>Brief and factual. No names of others if they are not needed.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>bij %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>Los gesprek bij</source>
        <translation>Loose conversation at</translation>
    </message>
    <message>
        <source>Dit gesprek zonder tekst opslaan?</source>
        <translation>Save this conversation without text?</translation>
    </message>
    <message>
        <source>U hebt nog niets opgeschreven. Datum, vorm en duur worden wel bewaard.</source>
        <translation>You have not written anything yet. Date, form and length are kept.</translation>
    </message>
    <message>
        <source>Zonder tekst opslaan</source>
        <translation>Save without text</translation>
    </message>
    <message>
        <source>De klok is gestopt op %1 min.</source>
        <translation>The clock stopped at %1 min.</translation>
    </message>
    <message>
        <source>Klok stoppen</source>
        <translation>Stop the clock</translation>
    </message>
    <message>
        <source>Klok starten</source>
        <translation>Start the clock</translation>
    </message>
    <message>
        <source>%1 min, klok loopt</source>
        <translation>%1 min, clock runs</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Kies eerst een regel.</source>
        <translation>Choose a line first.</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Groepje %1</source>
        <translation>Group %1</translation>
    </message>
    <message>
        <source>Dit groepje klopt niet. Kijk nog eens op uw blad.</source>
        <translation>This group is not right. Please look at your sheet again.</translation>
    </message>
    <message>
        <source>Typ eerst de wachtzin van nu.</source>
        <translation>First type the current passphrase.</translation>
    </message>
    <message>
        <source>Uw herstelcode staat nog niet op papier</source>
        <translation>Your recovery code is not on paper yet</translation>
    </message>
    <message>
        <source>Toen u deze kluis maakte, is de herstelcode niet bevestigd. Vergeet u de wachtzin, dan is alles weg. Hier is een nieuwe code: die opent uw kluis zodra u hem hieronder bevestigt.</source>
        <translation>When you made this vault, the recovery code was not confirmed. If you forget the passphrase, everything is lost. Here is a new code: it opens your vault as soon as you confirm it below.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Herstelcode bevestigen</source>
        <translation>Confirm recovery code</translation>
    </message>
    <message>
        <source>De herstelcode is bevestigd. Bewaar het blad op een veilige plek.</source>
        <translation>The recovery code is confirmed. Keep the sheet in a safe place.</translation>
    </message>
    <message>
        <source>Of ga terug en schrijf de code over.</source>
        <translation>Or go back and copy the code by hand.</translation>
    </message>
    <message>
        <source>De herstelcode is vervangen. Maak een nieuwe back-up, en vernietig dan het oude blad.</source>
        <translation>The recovery code was replaced. Make a new backup, and then destroy the old sheet.</translation>
    </message>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Nieuwe herstelcode</source>
        <translation>New recovery code</translation>
    </message>
    <message>
        <source>Pas als u hem hieronder bevestigt, vervangt deze code de oude. Tot dan opent uw oude blad de kluis. Back-ups die u eerder maakte, blijven met de oude code opengaan.</source>
        <translation>Only when you confirm it below does this code replace the old one. Until then your old sheet opens the vault. Backups that you made before still open with the old code.</translation>
    </message>
    <message>
        <source>Blad afdrukken…</source>
        <translation>Print the sheet…</translation>
    </message>
    <message>
        <source>Of schrijf hem over. Gebruik geen printer die u deelt met een organisatie.</source>
        <translation>Or copy it by hand. Do not use a printer that you share with an organisation.</translation>
    </message>
    <message>
        <source>Neem uw papier erbij en typ twee groepjes over. Zolang u typt, is de code verborgen.</source>
        <translation>Take your paper and type two of its groups. While you type, the code is hidden.</translation>
    </message>
    <message>
        <source>Wachtzin van nu</source>
        <translation>Current passphrase</translation>
    </message>
    <message>
        <source>Oude code houden</source>
        <translation>Keep the old code</translation>
    </message>
    <message>
        <source>Herstelcode vervangen</source>
        <translation>Replace the recovery code</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Openen met de herstelcode</source>
        <translation>Open with the recovery code</translation>
    </message>
    <message>
        <source>De code staat op het blad dat u bij het begin hebt bewaard. Hoofdletters en streepjes maken niet uit.</source>
        <translation>The code is on the sheet that you kept at the beginning. Capitals and hyphens do not matter.</translation>
    </message>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Typ eerst de code van uw blad.</source>
        <translation>First type the code of your sheet.</translation>
    </message>
    <message>
        <source>Bezig met openen…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Neem uw blad erbij en typ twee groepjes over. Zo weten we dat u de code hebt.</source>
        <translation>Take your sheet and type two groups. That way we know that you have the code.</translation>
    </message>
    <message>
        <source>Groepje %1</source>
        <translation>Group %1</translation>
    </message>
    <message>
        <source>Groepje %1 klopt niet. Kijk nog eens op uw blad.</source>
        <translation>Group %1 is not right. Please look at your sheet again.</translation>
    </message>
    <message>
        <source>Schrijf de zeven groepjes op papier. Typ er daarna hieronder twee over van uw papier.</source>
        <translation>Write the seven groups on paper. Then type two of them below from your paper.</translation>
    </message>
</context>
<context>
    <name>Releases</name>
    <message>
        <source>nog geen keuze vastgelegd</source>
        <translation>no choice laid down yet</translation>
    </message>
    <message>
        <source>begint op %1</source>
        <translation>begins on %1</translation>
    </message>
    <message>
        <source>loopt tot en met %1</source>
        <translation>runs until %1</translation>
    </message>
    <message>
        <source>uitsplitsing over drie jaar</source>
        <translation>breakdown over three years</translation>
    </message>
    <message>
        <source>jaartotaal</source>
        <translation>annual total</translation>
    </message>
    <message>
        <source>Leg ons advies vast</source>
        <translation>Lay down our advice</translation>
    </message>
    <message>
        <source>Kies vóór %1</source>
        <translation>Choose before %1</translation>
    </message>
    <message>
        <source>Nog niet mogelijk</source>
        <translation>Not possible yet</translation>
    </message>
    <message>
        <source>Klaar om vast te stellen</source>
        <translation>Ready to be fixed</translation>
    </message>
    <message>
        <source>Vastgesteld %1</source>
        <translation>Fixed on %1</translation>
    </message>
</context>
<context>
    <name>RemovingOrganisation</name>
    <message>
        <source>%1 verwijderen?</source>
        <translation>Remove %1?</translation>
    </message>
    <message>
        <source>Doe dit als u de organisatie per ongeluk toevoegde. Het kan zolang er niets bij is vastgelegd. Haar gegevens, afdelingen en contactpersonen verdwijnen voorgoed.</source>
        <translation>Do this if you added the organisation by mistake. It is possible as long as nothing was written down about it. Its details, departments and contacts are gone for good.</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Back-up terugzetten</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>De back-up komt in een nieuwe kluis. Aan uw andere kluizen en aan de back-up verandert niets.</source>
        <translation>The backup goes into a new vault. Your other vaults and the backup itself do not change.</translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Nog geen bestand gekozen</source>
        <translation>No file chosen yet</translation>
    </message>
    <message>
        <source>Kiezen…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Naam van de nieuwe kluis</source>
        <translation>Name of the new vault</translation>
    </message>
    <message>
        <source>Wachtzin of herstelcode van die back-up</source>
        <translation>Passphrase or recovery code of that backup</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Terugzetten</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Kies eerst een back-up.</source>
        <translation>First choose a backup.</translation>
    </message>
    <message>
        <source>Geef de nieuwe kluis een naam.</source>
        <translation>Give the new vault a name.</translation>
    </message>
    <message>
        <source>Typ de wachtzin of de herstelcode van deze back-up.</source>
        <translation>Type the passphrase or the recovery code of this backup.</translation>
    </message>
    <message>
        <source>Bezig met terugzetten en controleren…</source>
        <translation>Restoring and checking…</translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Back-up kiezen</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Deze wachtzin past niet bij deze back-up. Een oudere back-up opent met de wachtzin van toen.</source>
        <translation>This passphrase does not fit this backup. An older backup opens with the passphrase of that time.</translation>
    </message>
    <message>
        <source>Deze herstelcode past niet bij deze back-up. Een oudere back-up opent met de code of de wachtzin van toen.</source>
        <translation>This recovery code does not fit this backup. An older backup opens with the code or the passphrase of that time.</translation>
    </message>
    <message>
        <source>Deze back-up is gemaakt met een nieuwere versie van Vertrouwd. Installeer eerst de nieuwste versie.</source>
        <translation>This backup was made with a newer version of Vertrouwd. Install the newest version first.</translation>
    </message>
    <message>
        <source>Deze naam kan niet. Gebruik alleen letters, cijfers en spaties.</source>
        <translation>This name cannot be used. Use letters, digits and blanks only.</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Bewaartermijn verloopt</source>
        <translation>Retention ends</translation>
    </message>
    <message>
        <source>Vertrouwd vernietigt niets vanzelf. Loopt er een klacht, rechtszaak of inzageverzoek? Houd het dossier dan aan. Met Shift of Ctrl kiest u er meer tegelijk. De cijfers blijven kloppen, ook als zij nog niet zijn vastgesteld.</source>
        <translation>Vertrouwd destroys nothing by itself. Is there a complaint, a lawsuit or a request for access? Then hold the case. With Shift or Ctrl you choose several at once. The figures stay right, even if they are not fixed yet.</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Aanhouden</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Vernietigen…</source>
        <translation>Destroy…</translation>
    </message>
    <message>
        <source>Wat vernietigd is…</source>
        <translation>What was destroyed…</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Dossier openen</source>
        <translation>Open the case</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Niet langer aanhouden</source>
        <translation>No longer hold</translation>
    </message>
    <message>
        <source>Openen kan met één dossier tegelijk.</source>
        <translation>Only one case can be opened at a time.</translation>
    </message>
    <message>
        <source>Aangehouden. Wilt u vernietigen, kies dan eerst Niet langer aanhouden.</source>
        <translation>On hold. To destroy it, choose No longer hold first.</translation>
    </message>
    <message>
        <source>De bewaartermijn loopt nog. Eerder vernietigen kan in het dossier zelf.</source>
        <translation>It is still to be kept. It can be destroyed earlier in the case itself.</translation>
    </message>
</context>
<context>
    <name>RetentionList</name>
    <message>
        <source>Bewaartermijn voorbij sinds %1</source>
        <translation>Retention ended on %1</translation>
    </message>
    <message>
        <source>Bewaren tot %1</source>
        <translation>Keep until %1</translation>
    </message>
    <message>
        <source>%1, aangehouden: %2</source>
        <translation>%1, on hold: %2</translation>
    </message>
    <message>
        <source>%1, nog niet in vastgestelde cijfers</source>
        <translation>%1, not in fixed figures yet</translation>
    </message>
</context>
<context>
    <name>RungCard</name>
    <message>
        <source>U geeft</source>
        <translation>You give</translation>
    </message>
    <message>
        <source>De prijs</source>
        <translation>The price</translation>
    </message>
    <message>
        <source>Ver&amp;deling</source>
        <translation>&amp;Division</translation>
    </message>
    <message>
        <source>&amp;Ook de onderwerpen per afdeling</source>
        <translation>&amp;Also the subjects of each department</translation>
    </message>
</context>
<context>
    <name>Rungs</name>
    <message>
        <source>%1, ook per afdeling</source>
        <translation>%1, also by department</translation>
    </message>
    <message>
        <source>verslag zonder aantallen</source>
        <translation>report without numbers</translation>
    </message>
    <message>
        <source>totaal over twee jaar</source>
        <translation>total over two years</translation>
    </message>
    <message>
        <source>jaartotaal</source>
        <translation>annual total</translation>
    </message>
    <message>
        <source>jaartotaal, na drie jaar tabellen</source>
        <translation>annual total, tables after three years</translation>
    </message>
    <message>
        <source>jaartotaal en tabellen</source>
        <translation>annual total and tables</translation>
    </message>
    <message>
        <source>jaartabellen en %3</source>
        <translation>yearly tables and %3</translation>
    </message>
    <message>
        <source>%4totalen, jaartabellen</source>
        <translation>%4 totals, yearly tables</translation>
    </message>
    <message>
        <source>%4- en jaartabellen</source>
        <translation>%4 and yearly tables</translation>
    </message>
    <message>
        <source>Een verslag zonder aantallen</source>
        <translation>A report without numbers</translation>
    </message>
    <message>
        <source>Eén totaal over twee jaar</source>
        <translation>One total over two years</translation>
    </message>
    <message>
        <source>Alleen het jaartotaal</source>
        <translation>The annual total only</translation>
    </message>
    <message>
        <source>Jaartotaal, en een uitsplitsing over drie jaar samen</source>
        <translation>Annual total, and a breakdown over three years together</translation>
    </message>
    <message>
        <source>Elk jaar uitgesplitst</source>
        <translation>Broken down every year</translation>
    </message>
    <message>
        <source>Elk jaar uitgesplitst, met de %3 ernaast</source>
        <translation>Each year broken down, with the %3 beside it</translation>
    </message>
    <message>
        <source>Elk %2 het totaal, elk jaar uitgesplitst</source>
        <translation>The total of each %2, and the year broken down</translation>
    </message>
    <message>
        <source>Elk %2 uitgesplitst</source>
        <translation>Each %2 broken down</translation>
    </message>
    <message>
        <source>Het totaal van elk %2 ook vanaf %1.</source>
        <translation>The total of each %2 from %1 as well.</translation>
    </message>
    <message>
        <source>Na het jaar ook de onderwerpen van elke afdeling, vanaf %1.</source>
        <translation>After the year also the subjects of each department, from %1.</translation>
    </message>
    <message>
        <source>Geen aantallen.</source>
        <translation>No numbers.</translation>
    </message>
    <message>
        <source>Eén getal per twee jaar. Altijd genoemd, ook als het 0, 1 of 2 is.</source>
        <translation>One number every two years. Always stated, even if it is 0, 1 or 2.</translation>
    </message>
    <message>
        <source>Eén getal per jaar. Altijd genoemd, ook als het 0, 1 of 2 is.</source>
        <translation>One number a year. Always stated, even if it is 0, 1 or 2.</translation>
    </message>
    <message>
        <source>Elk jaar het totaal, altijd genoemd. Na drie jaar de onderwerpen vanaf %1, over die drie jaar samen.</source>
        <translation>Each year the total, always given. After three years the subjects from %1, over those three years together.</translation>
    </message>
    <message>
        <source>Na het jaar het totaal, altijd genoemd, en de onderwerpen vanaf %1.</source>
        <translation>After the year the total, always stated, and the subjects from %1 up.</translation>
    </message>
    <message>
        <source>Na elk deel het totaal, altijd genoemd. Na het jaar ook de onderwerpen vanaf %1, over het hele jaar.</source>
        <translation>The total after each part, always stated. After the year the subjects from %1 as well, over the whole year.</translation>
    </message>
    <message>
        <source>Na elk deel het totaal en de onderwerpen, en na het jaar die van het hele jaar. Ook het totaal pas vanaf %1.</source>
        <translation>The total and the subjects after each part, and after the year those of the whole year. Even the total is given only from %1.</translation>
    </message>
    <message>
        <source>De onderwerpen per afdeling zijn pas zinvol vanaf ongeveer %1 zaken per jaar. Zij kosten geen ander getal, maar de controle kan er een paar minuten door duren.</source>
        <translation>The subjects of each department only make sense from about %1 cases a year. They cost no other figure, but the check may take a few minutes because of them.</translation>
    </message>
    <message>
        <source>Bij 0 weet de opdrachtgever dat niemand heeft gemeld. Bij 1 weet wie die melder kent, dat er geen ander was. Soort, afdeling en relatie blijven onvermeld.</source>
        <translation>At 0 the client knows that nobody reported. At 1, whoever knows that reporter knows there was no other. Kind, department and relation stay unmentioned.</translation>
    </message>
    <message>
        <source>Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij 3 per jaar blijft bijna altijd alles niet apart getoond. Het ligt drie jaar vast.</source>
        <translation>Useful from about %1 cases a year. At 3 a year nearly everything stays not shown separately. It is fixed for three years.</translation>
    </message>
    <message>
        <source>Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij minder staat er bijna overal: niet apart getoond.</source>
        <translation>Makes sense only from about %1 cases a year. With fewer, almost everything reads: not shown separately.</translation>
    </message>
    <message>
        <source>Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij minder laten deze totalen minder onderwerpen over. Ook vallen kleine getallen eerder op: bij 8 zaken per jaar is een halfjaartotaal soms 0 of 1, een tertaaltotaal geregeld, en een kwartaaltotaal bijna de helft van de keren.</source>
        <translation>Only useful from about %1 cases a year. With fewer, these totals leave fewer subjects. Small numbers also stand out sooner: with 8 cases a year the total of half a year is sometimes 0 or 1, that of four months regularly, and that of a quarter almost half of the time.</translation>
    </message>
    <message>
        <source>Pas zinvol vanaf ongeveer %1 zaken per jaar. Bij minder is per deel bijna niets te laten zien, en blijft van het hele jaar minder over.</source>
        <translation>Makes sense from about %1 cases a year. With fewer hardly anything can be shown of each part, and less is left of the whole year.</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>Daarna verandert ook hoe het programma eruitziet.</source>
        <translation>After that the look of the program changes too.</translation>
    </message>
</context>
<context>
    <name>SavedSign</name>
    <message>
        <source>Alles is opgeslagen</source>
        <translation>Everything is saved</translation>
    </message>
    <message>
        <source>Opgeslagen om %1</source>
        <translation>Saved at %1</translation>
    </message>
    <message>
        <source>Concept bewaard om %1</source>
        <translation>Draft kept at %1</translation>
    </message>
    <message>
        <source>Niet alles is opgeslagen</source>
        <translation>Not everything is saved</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>Met dit aantal erbij kan iemand een klein aantal uitrekenen. Als u dit vastlegt, keurt de controle het controlebestand van deze organisatie niet meer goed.</source>
        <translation>With this number somebody can work out a small number. If you write this down, the check no longer approves the check file of this organisation.</translation>
    </message>
    <message>
        <source>Met dit aantal erbij kan iemand een klein aantal uitrekenen. Als u dit vastlegt, kunt u over %1 geen overzicht meer vaststellen.</source>
        <translation>With this number somebody can work out a small number. If you write this down, you can no longer fix a report about %1.</translation>
    </message>
    <message>
        <source>Ook het beloofde totaal over %1 kan dan niet meer gegeven worden.</source>
        <translation>Nor can the total that was promised about %1 be given then.</translation>
    </message>
    <message>
        <source>Het totaal over %1 is beloofd en nog niet gegeven. Als u dit vastlegt, kan dat misschien niet meer.</source>
        <translation>The total about %1 was promised and is still to come. If you write this down, it may become impossible to give it.</translation>
    </message>
    <message>
        <source>Er komt nog een overzicht over %1. Dat laat door dit aantal misschien minder zien. Klopt het aantal straks niet precies met uw dossiers, dan komt dat overzicht er nooit, ook het totaal niet. Was het een tussenstand? Leg dan alleen uw woorden vast.</source>
        <translation>A report about %1 is still to come. It may show less because of this number. If the number does not agree exactly with your cases then, that report never comes, nor its total. Was it a count so far? Then write down your words alone.</translation>
    </message>
    <message>
        <source>Nog niet gezegd? Zeg het dan niet, en noem ook geen ander aantal. Al gezegd? Leg het dan vast: wie het hoorde, rekent ermee.</source>
        <translation>Not said yet? Then do not say it, and give no other number either. Said already? Then write it down: whoever heard it calculates with it.</translation>
    </message>
    <message>
        <source>%1 en %2</source>
        <translation>%1 and %2</translation>
    </message>
</context>
<context>
    <name>SayingDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Ik heb iets gezegd</source>
        <translation>I said something</translation>
    </message>
    <message>
        <source>Een aantal dat u noemt, op een factuur zet of vroeger al gaf, telt mee: wie het hoort, kan ermee rekenen. Leg het hier vast. U kunt het daarna niet meer wijzigen of verwijderen. Probeer hier niet uit wat u kunt zeggen: wie na een waarschuwing zwijgt, zegt daarmee ook iets.</source>
        <translation>A number that you say, put on an invoice or gave earlier counts: whoever hears it can calculate with it. Write it down here. You cannot change or remove it afterwards. Do not try out here what you can say: whoever keeps silent after a warning says something by that too.</translation>
    </message>
    <message>
        <source>Op welke dag</source>
        <translation>On which day</translation>
    </message>
    <message>
        <source>Tegen wie</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>In uw eigen woorden</source>
        <translation>In your own words</translation>
    </message>
    <message>
        <source>Aan de telefoon, over het jaaroverzicht</source>
        <translation>On the phone, about the yearly report</translation>
    </message>
    <message>
        <source>Uw woorden blijven in de kluis. Ook wie de cijfers narekent, krijgt ze niet.</source>
        <translation>Your words stay in the vault. Whoever checks the figures does not get them either.</translation>
    </message>
    <message>
        <source>Er is een aantal zaken bij genoemd</source>
        <translation>A number of cases was given</translation>
    </message>
    <message>
        <source>Over welke periode</source>
        <translation>About which period</translation>
    </message>
    <message>
        <source>Waarover</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>Aantal zaken</source>
        <translation>Number of cases</translation>
    </message>
    <message>
        <source>Staat uw periode of onderwerp hier niet bij? Schrijf het aantal dan hierboven in uw eigen woorden.</source>
        <translation>Is your period or subject not listed? Then write the number above in your own words.</translation>
    </message>
    <message>
        <source>Uitrekenen wat dit aantal kost…</source>
        <translation>Working out what this number costs…</translation>
    </message>
    <message>
        <source>Hoe ver het uitrekenen is</source>
        <translation>How far the calculation is</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>Even geduld…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>U sloot zonder op te slaan.</source>
        <translation>You closed without saving.</translation>
    </message>
    <message>
        <source>Kies eerst op Cijfers welke cijfers deze organisatie krijgt. Daarna kunt u hier vastleggen wat u zei.</source>
        <translation>First choose on Figures which figures this organisation gets. Then you can write down here what you said.</translation>
    </message>
    <message>
        <source>Al gezegd: vastleggen</source>
        <translation>Already said: write down</translation>
    </message>
    <message>
        <source>Dit klopt niet met wat eerder is gegeven of genoemd. Er is niets opgeslagen. Hebt u het toch zo gezegd? Leg dan alleen uw woorden vast, zonder aantal.</source>
        <translation>This does not agree with what was given or said before. Nothing was saved. Did you say it like this all the same? Then write down your words alone, without a number.</translation>
    </message>
    <message>
        <source>Dit vastleggen? Het kan daarna niet meer weg.</source>
        <translation>Write this down? It cannot be removed afterwards.</translation>
    </message>
    <message>
        <source>Vastgelegd wat u zei.</source>
        <translation>What you said was written down.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Zo ziet het eruit</source>
        <translation>How it looks</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Kleuren</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Grootte</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Typeface</translation>
    </message>
    <message>
        <source>Atkinson Hyperlegible is gemaakt voor wie minder goed ziet.</source>
        <translation>Atkinson Hyperlegible was made for those who see less well.</translation>
    </message>
    <message>
        <source>Veiligheid</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>Vergrendelen na</source>
        <translation>Lock after</translation>
    </message>
    <message>
        <source>Op deze computer ook openen zonder wachtzin</source>
        <translation>On this computer, open without a passphrase too</translation>
    </message>
    <message>
        <source>Wie deze computer kan gebruiken, kan dan ook uw kluis openen. Geldt een maand.</source>
        <translation>Whoever can use this computer can then open your vault too. Lasts for a month.</translation>
    </message>
    <message>
        <source>Wachtzin veranderen…</source>
        <translation>Change the passphrase…</translation>
    </message>
    <message>
        <source>Nieuwe herstelcode…</source>
        <translation>New recovery code…</translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Vertrouwd leest elke back-up meteen helemaal terug. Alleen wat goed terug te lezen is, telt als back-up.</source>
        <translation>Vertrouwd reads every backup back in full at once. Only what can be read back well counts as a backup.</translation>
    </message>
    <message>
        <source>Weggooien na</source>
        <translation>Throw away after</translation>
    </message>
    <message>
        <source> weken</source>
        <translation> weeks</translation>
    </message>
    <message>
        <source>Advies: 5 weken. Zo lang kan een vernietigd dossier nog in een back-up staan; de vernietigingsverklaring noemt die dag. Kiest u korter, dan geldt dat ook voor back-ups die er al zijn. Kiest u langer, dan alleen voor nieuwe.</source>
        <translation>Advised: 5 weeks. A destroyed case can be in a backup for so long; the certificate of destruction names that day. A shorter time also holds for backups that exist already. A longer time only holds for new ones.</translation>
    </message>
    <message>
        <source>Back-up maken…</source>
        <translation>Make a backup…</translation>
    </message>
    <message>
        <source>Alle back-ups…</source>
        <translation>All backups…</translation>
    </message>
    <message>
        <source> min zonder gebruik, hoogstens 30</source>
        <translation> min without use, at most 30</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Er blijft niets half achter</source>
        <translation>Nothing is left half done</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Uw briefhoofd</source>
        <translation>Your letterhead</translation>
    </message>
    <message>
        <source>Uw naam, adres, logo en handtekening op brieven.</source>
        <translation>Your name, address, logo and signature on letters.</translation>
    </message>
    <message>
        <source>Briefhoofd wijzigen…</source>
        <translation>Change letterhead…</translation>
    </message>
    <message>
        <source>Vertrouwd gebruikt geen internet, stuurt niets op en zoekt geen nieuwe versies. Buiten de kluis staat geen woord uit uw dossiers. Niemand anders kan erbij, ook de maker niet.</source>
        <translation>Vertrouwd uses no internet, sends nothing and looks for no new versions. Outside the vault there is no word from your cases. Nobody else can get in, not even the maker.</translation>
    </message>
    <message>
        <source>Over Vertrouwd</source>
        <translation>About Vertrouwd</translation>
    </message>
    <message>
        <source>Uw kluis staat in %1</source>
        <translation>Your vault is in %1</translation>
    </message>
    <message>
        <source>Waar komt de back-up?</source>
        <translation>Where does the backup go?</translation>
    </message>
    <message>
        <source>De back-up is goed, maar deze kluis kon hem niet noteren: de schijf is vol, of de map van de kluis is weg. Maak ruimte vrij of zet de map terug; dan gebeurt dat bij het vergrendelen vanzelf.</source>
        <translation>The backup is good, but this vault could not note it: the disk is full, or the vault&apos;s folder is gone. Free some space or put the folder back; then that happens by itself when you lock.</translation>
    </message>
    <message>
        <source>Deze computer heeft geen sleutelkast die werkt. U opent de kluis met uw wachtzin.</source>
        <translation>This computer has no key store that works. You open the vault with your passphrase.</translation>
    </message>
    <message>
        <source>Bezig met schrijven en teruglezen…</source>
        <translation>Writing and reading back…</translation>
    </message>
    <message>
        <source>Versie %1, licentie EUPL-1.2</source>
        <translation>Version %1, licence EUPL-1.2</translation>
    </message>
    <message>
        <source>De oefenkluis is weg zodra u sluit. Een back-up heeft hier geen zin.</source>
        <translation>The practice vault is gone when you close. A backup makes no sense here.</translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>De back-up is gemaakt en helemaal teruggelezen. Alles klopt.</source>
        <translation>The backup was made and read back in full. Everything is right.</translation>
    </message>
    <message>
        <source>Zoals de computer</source>
        <translation>As the computer</translation>
    </message>
    <message>
        <source>Licht</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hoog contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Nog geen</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Gaat deze computer stuk, dan is alles weg. Een USB-stick is genoeg.</source>
        <translation>If this computer breaks, everything is gone. A USB stick is enough.</translation>
    </message>
    <message>
        <source>Teruggelezen</source>
        <translation>Read back</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Alle sneltoetsen</source>
        <translation>All shortcuts</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Gesprek vastleggen</source>
        <translation>Log a conversation</translation>
    </message>
    <message>
        <source>Nieuw dossier</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Notitie toevoegen</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>Afspraak of opvolging plannen</source>
        <translation>Plan an appointment or follow-up</translation>
    </message>
    <message>
        <source>Brief maken</source>
        <translation>Write a letter</translation>
    </message>
    <message>
        <source>Zoeken in alles</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Opdracht zoeken</source>
        <translation>Find a command</translation>
    </message>
    <message>
        <source>Andere organisatie</source>
        <translation>Another organisation</translation>
    </message>
    <message>
        <source>Gegevens van deze organisatie</source>
        <translation>Details of this organisation</translation>
    </message>
    <message>
        <source>Organisatie toevoegen</source>
        <translation>Add an organisation</translation>
    </message>
    <message>
        <source>Briefhoofd wijzigen</source>
        <translation>Change letterhead</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Brieven</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Cijfers</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Wat naar buiten ging</source>
        <translation>What left</translation>
    </message>
    <message>
        <source>Door de jaren heen</source>
        <translation>Across the years</translation>
    </message>
    <message>
        <source>Wat vernietigd is</source>
        <translation>What was destroyed</translation>
    </message>
    <message>
        <source>De directeur belt: wat mag ik zeggen?</source>
        <translation>The director calls: what may I say?</translation>
    </message>
    <message>
        <source>Back-up maken</source>
        <translation>Make a backup</translation>
    </message>
    <message>
        <source>Wachtzin veranderen</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Naar het volgende deel van het venster</source>
        <translation>To the next part of the window</translation>
    </message>
    <message>
        <source>Verberg scherm</source>
        <translation>Hide the screen</translation>
    </message>
    <message>
        <source>Vergrendel</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Terug; wat u typte blijft bewaard</source>
        <translation>Back; what you typed is kept</translation>
    </message>
    <message>
        <source>Op Vandaag: doe die regel</source>
        <translation>On Today: do that line</translation>
    </message>
    <message>
        <source>Vorig of volgend dossier</source>
        <translation>Previous or next case</translation>
    </message>
    <message>
        <source>Alle dossiers</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>In een datum: een dag later of eerder</source>
        <translation>In a date: a day later or earlier</translation>
    </message>
    <message>
        <source>In een datum: kalender</source>
        <translation>In a date: calendar</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Over %1</source>
        <translation>About %1</translation>
    </message>
    <message>
        <source>Over %1 noem ik geen aantallen.</source>
        <translation>About %1 I give no numbers.</translation>
    </message>
    <message>
        <source>In %1 is 1 zaak geregistreerd.</source>
        <translation>1 case was registered in %1.</translation>
    </message>
    <message>
        <source>In %1 zijn %2 zaken geregistreerd.</source>
        <translation>%2 cases were registered in %1.</translation>
    </message>
    <message>
        <source>Er is afgesproken dit totaal altijd te noemen, ook als het 0 is.</source>
        <translation>It was agreed always to give this total, even if it is 0.</translation>
    </message>
    <message>
        <source>Bij minder dan %1 zaken doe ik geen uitspraken over soort, afdeling of verloop.</source>
        <translation>With fewer than %1 cases I make no statements about kind, department or course.</translation>
    </message>
    <message>
        <source>Al het andere samen: %1</source>
        <translation>Everything else together: %1</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>TargetKeeper</name>
    <message>
        <source>Toch sluiten?</source>
        <translation>Close all the same?</translation>
    </message>
    <message>
        <source>Sluiten; niet bewaarde tekst is weg</source>
        <translation>Close; text that was not saved is lost</translation>
    </message>
</context>
<context>
    <name>TickingOff</name>
    <message>
        <source>%1 is afgevinkt.</source>
        <translation>%1 was ticked off.</translation>
    </message>
    <message>
        <source>%1 staat weer open.</source>
        <translation>%1 is open again.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Meer over dit gesprek</source>
        <translation>More about this conversation</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Eigen notitie</source>
        <translation>Own note</translation>
    </message>
    <message>
        <source>Vooronderzoek</source>
        <translation>Preliminary check</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Concept, gewijzigd %1</source>
        <translation>Draft, changed %1</translation>
    </message>
    <message>
        <source>Vastgesteld op %1</source>
        <translation>Fixed on %1</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Melding</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Gesprek vastleggen</source>
        <translation>Log a conversation</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Niets gepland</source>
        <translation>Nothing planned</translation>
    </message>
    <message>
        <source>Afspraken, opvolging, nazorg en termijnen komen vanzelf hier te staan.
Belt er iemand? Druk op Ctrl+L.</source>
        <translation>Appointments, follow-ups, aftercare and terms appear here by themselves.
Is somebody calling? Press Ctrl+L.</translation>
    </message>
    <message>
        <source>Voorbereiden</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Contact vastleggen</source>
        <translation>Log contact</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Opvolging</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Nazorg</source>
        <translation>Aftercare</translation>
    </message>
    <message>
        <source>Termijnen</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Druk op een cijfer, dan doet u die regel.</source>
        <translation>Press a digit to do that line.</translation>
    </message>
    <message>
        <source>Of kies met de pijltjes en druk op Enter.</source>
        <translation>Or choose with the arrows and press Enter.</translation>
    </message>
    <message>
        <source>Goedemorgen</source>
        <translation>Good morning</translation>
    </message>
    <message>
        <source>Goedemiddag</source>
        <translation>Good afternoon</translation>
    </message>
    <message>
        <source>Goedenavond</source>
        <translation>Good evening</translation>
    </message>
    <message numerus="yes">
        <source>%n afspraak(en) vandaag</source>
        <translation>
            <numerusform>%n appointment today</numerusform>
            <numerusform>%n appointments today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer opvolging over tijd</source>
        <translation>
            <numerusform>%n follow-up overdue</numerusform>
            <numerusform>%n follow-ups overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dag(en)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>over tijd</source>
        <translation>overdue</translation>
    </message>
</context>
<context>
    <name>TrendTable</name>
    <message>
        <source>niet apart getoond</source>
        <translation>not shown separately</translation>
    </message>
    <message>
        <source>geen jaarcijfer</source>
        <translation>no yearly figure</translation>
    </message>
    <message>
        <source>%1, anders geteld</source>
        <translation>%1, counted differently</translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message>
        <source>Door de jaren heen</source>
        <translation>Across the years</translation>
    </message>
    <message>
        <source>Alleen cijfers die u over een heel jaar hebt vastgesteld. Er is niets bij opgeteld of berekend.</source>
        <translation>Only figures that you fixed about a whole year. Nothing was added up or calculated.</translation>
    </message>
    <message>
        <source>Naar Cijfers</source>
        <translation>To Figures</translation>
    </message>
    <message>
        <source>Cijfers per jaar</source>
        <translation>Figures per year</translation>
    </message>
    <message>
        <source>Anders geteld: vanaf dat jaar geldt een andere telling of indeling. Vergelijk die jaren niet met de jaren ervoor.</source>
        <translation>Counted differently: from that year on another way of counting or grouping holds. Do not compare those years with the years before.</translation>
    </message>
    <message>
        <source>Nog geen jaarcijfers</source>
        <translation>No yearly figures yet</translation>
    </message>
    <message>
        <source>Zodra u cijfers over een heel jaar vaststelt, ziet u hier de jaren naast elkaar.</source>
        <translation>As soon as you fix figures about a whole year, you will see the years side by side here.</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Kluis</source>
        <translation>Vault</translation>
    </message>
    <message>
        <source>Andere kluis…</source>
        <translation>Another vault…</translation>
    </message>
    <message>
        <source>Wachtzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Openen zonder wachtzin</source>
        <translation>Open without passphrase</translation>
    </message>
    <message>
        <source>Herstelcode gebruiken</source>
        <translation>Use the recovery code</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Er blijft niets half achter</source>
        <translation>Nothing is left half done</translation>
    </message>
    <message>
        <source>Back-up terugzetten…</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>Terugzetten</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Bezig met openen…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Typ eerst uw wachtzin.</source>
        <translation>First type your passphrase.</translation>
    </message>
    <message>
        <source>Op deze computer kan dat niet meer. Typ uw wachtzin.</source>
        <translation>This is no longer possible on this computer. Type your passphrase.</translation>
    </message>
    <message>
        <source>De oefenkluis wordt gemaakt. Dit duurt even…</source>
        <translation>The practice vault is being made. This takes a moment…</translation>
    </message>
</context>
<context>
    <name>VaultPlaceDialog</name>
    <message>
        <source>Vertrouwd</source>
        <translation>Vertrouwd</translation>
    </message>
    <message>
        <source>Naam en plek van uw kluis</source>
        <translation>Name and place of your vault</translation>
    </message>
    <message>
        <source>Wat in de kluis staat, is versleuteld. De naam van de kluis en van de map niet.</source>
        <translation>What is in the vault is encrypted. The names of the vault and of the folder are not.</translation>
    </message>
    <message>
        <source>Naam van de kluis</source>
        <translation>Name of the vault</translation>
    </message>
    <message>
        <source>In deze map</source>
        <translation>In this folder</translation>
    </message>
    <message>
        <source>Bladeren…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Deze plek kiezen</source>
        <translation>Choose this place</translation>
    </message>
    <message>
        <source>Geef de kluis een naam.</source>
        <translation>Give the vault a name.</translation>
    </message>
    <message>
        <source>Deze naam kan niet. Gebruik alleen letters, cijfers en spaties.</source>
        <translation>This name cannot be used. Use letters, digits and blanks only.</translation>
    </message>
    <message>
        <source>Deze map bestaat niet. Kies een map die er al is.</source>
        <translation>This folder does not exist. Choose one that is there already.</translation>
    </message>
    <message>
        <source>Map voor de kluis kiezen</source>
        <translation>Choose a folder for the vault</translation>
    </message>
</context>
<context>
    <name>VaultsPage</name>
    <message>
        <source>Welke kluis?</source>
        <translation>Which vault?</translation>
    </message>
    <message>
        <source>Kluizen op deze computer</source>
        <translation>Vaults on this computer</translation>
    </message>
    <message>
        <source>Op deze computer staat nog geen kluis. Zet een back-up terug, maak een nieuwe kluis, of kies de map waar uw kluis staat.</source>
        <translation>There is no vault on this computer yet. Restore a backup, make a new vault, or choose the folder of your vault.</translation>
    </message>
    <message>
        <source>Kluis in een andere map…</source>
        <translation>Vault in another folder…</translation>
    </message>
    <message>
        <source>Back-up terugzetten…</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>Nieuwe kluis maken…</source>
        <translation>Make a new vault…</translation>
    </message>
    <message>
        <source>Oefenen met verzonnen dossiers</source>
        <translation>Practise with invented cases</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Deze kluis openen</source>
        <translation>Open this vault</translation>
    </message>
    <message>
        <source>Map van de kluis kiezen</source>
        <translation>Choose the folder of the vault</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>De oefenkluis wordt gemaakt. Dit duurt even…</source>
        <translation>The practice vault is being made. This takes a moment…</translation>
    </message>
</context>
<context>
    <name>confirm</name>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>empty_fields</name>
    <message>
        <source>Op papier staat daar wat er nog moet komen, tussen haken: %1. De ontvanger ziet dat ook.</source>
        <translation>On paper it says there what is still to come, in brackets: %1. The recipient sees that too.</translation>
    </message>
    <message>
        <source>De brief is nog niet af. Toch doorgaan?</source>
        <translation>The letter is not finished. Go on anyway?</translation>
    </message>
    <message>
        <source>Toch doorgaan</source>
        <translation>Go on anyway</translation>
    </message>
</context>
<context>
    <name>file_choice</name>
    <message>
        <source>%1 vervangen?</source>
        <translation>Replace %1?</translation>
    </message>
    <message>
        <source>In deze map staat al een bestand met deze naam. Wat daarin staat, is dan weg.</source>
        <translation>This folder already holds a file of this name. What it holds will be gone.</translation>
    </message>
    <message>
        <source>Vervangen</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Andere naam kiezen</source>
        <translation>Choose another name</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Deze map</source>
        <translation>This folder</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>Fout: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>Alleen tekst kan worden geplakt.</source>
        <translation>Only text can be pasted.</translation>
    </message>
</context>
<context>
    <name>just_opened</name>
    <message>
        <source>Let op bij deze kluis</source>
        <translation>Please note about this vault</translation>
    </message>
    <message>
        <source>De back-up is gemaakt op %1.</source>
        <translation>The backup was made on %1.</translation>
    </message>
    <message>
        <source>Alles staat in een nieuwe kluis: %1.</source>
        <translation>Everything is in a new vault: %1.</translation>
    </message>
    <message>
        <source>De back-up is teruggezet en helemaal gecontroleerd</source>
        <translation>The backup was restored and checked completely</translation>
    </message>
    <message>
        <source>Wat u daarna nog hebt gedaan, staat er niet in.</source>
        <translation>What you did after that is not in it.</translation>
    </message>
    <message>
        <source>Er ontbreekt niets.</source>
        <translation>Nothing is missing.</translation>
    </message>
    <message>
        <source>Eén wijziging van daarna ontbreekt.</source>
        <translation>One later change is missing.</translation>
    </message>
    <message>
        <source>%1 wijzigingen van daarna ontbreken.</source>
        <translation>%1 later changes are missing.</translation>
    </message>
</context>
</TS>
