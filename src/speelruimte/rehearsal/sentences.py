"""What simulated people write. Plain sentences of our own, about nobody and no place that exists."""

NAMES = (
    "Anna",
    "Bas",
    "Chaima",
    "Daan",
    "Els",
    "Farid",
    "Greet",
    "Hugo",
    "Imke",
    "Joris",
    "Karima",
    "Luuk",
    "Mieke",
    "Noor",
    "Otto",
    "Petra",
)

DILEMMAS = (
    "Ik wil bewoners vroeg betrekken, maar het plan is nog vaag, dus ik moet kiezen tussen nu praten en wachten.",
    "Ik wil een eerlijk advies geven, maar de planning laat geen ruimte, dus ik moet kiezen tussen melden en zwijgen.",
    "Ik wil met één buurt beginnen, maar iedereen vraagt om gelijkheid, dus ik moet kiezen tussen tempo en uitleg.",
    "Ik wil samenwerken met de netbeheerder, maar mijn opdracht stopt bij de gevel, dus ik moet kiezen wat ik toezeg.",
    "Ik wil iets afstoten, maar niemand neemt het over, dus ik moet kiezen tussen half werk en een gat.",
    "Ik wil een proef starten, maar de regels zijn er nog niet op, dus ik moet kiezen tussen vragen en doen.",
)

ADVICE = (
    "Maandag zou ik er een kwartier met je leidinggevende voor vragen.",
    "Ik zou het eerst hardop zeggen in je eigen team.",
    "Bel degene die het straks moet uitvoeren.",
    "Schrijf op wat je niet meer doet en laat dat zien.",
    "Vraag wie hier nog meer last van heeft.",
)

MOVES = (
    "Ik ga het deze week op één A4 zetten.",
    "Ik ga er in het werkoverleg mee beginnen.",
    "Ik ga eerst bellen en dan pas schrijven.",
    "Ik ga vragen hoeveel ruimte ik heb.",
)

CONTESTATIONS = (
    "En als de wethouder daar morgen anders over denkt?",
    "Wie legt dit uit aan de mensen die moeten wachten?",
    "Dit kost uren die we niet hebben.",
    "Mag jij dit wel beslissen?",
)

ANSWERS = (
    "Ik houd eraan vast, want anders kiest de planning voor ons.",
    "Dan doe ik het kleiner: eerst één straat.",
    "Goed punt. Ik vraag het vooraf na.",
    "Ik leg het uit vanuit de opgave.",
)

CONDITIONS = (
    "Als het overleg maandag begint,",
    "Als iemand vraagt waarom het langer duurt,",
    "Als ik de agenda van het team zie,",
)

ACTIONS = (
    "dan zeg ik in één zin waar het knelt.",
    "dan noem ik wat er van mijn bord af moet.",
    "dan vraag ik om tien minuten.",
)

FIRST_STEPS = ("Een afspraak van een kwartier plannen.", "De eerste zin opschrijven.", "Een collega bellen.")
STOPPING = ("Notities bijwerken die niemand leest.", "Ja zeggen in de gang.")
COMPANIONS = ("mijn leidinggevende", "een collega van beheer", "de buurtverbinder")
LINES = ("Hier wil ik nog eens over doorpraten.", "Ik dacht eerst aan iets heel anders.")
RELATIONS = ("nu wat afstandelijk, ik zou vaker willen bellen.", "nu goed, ik zou eerder tegenspraak willen geven.")
TITLE = "Een middag over ruimte"
