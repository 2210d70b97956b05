"""English nouns for who and what can speak; what each set is for, the lexicon says."""


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _set(
    """sens reps govs drs messrs mr mrs ms miss mx dr prof professor sir dame lord lady rev
    reverend father sister president
    vice premier chancellor prime minister secretary senator sen rep representative congressman
    congresswoman gov governor mayor judge justice chief king queen prince princess pope
    cardinal bishop archbishop rabbi imam sheikh general gen lt maj major col colonel captain
    capt sgt sergeant admiral commander officer ambassador commissioner coach ceo cfo coo
    chairman chairwoman chair director executive editor author former ex-president attorney
    speaker leader spokesman spokeswoman spokesperson deputy detective inspector superintendent
    lead founder head hon economist analyst datuk dato seri tan tun tengku puan encik sri haji
    ustaz shri madam mme herr frau baroness countess viscount emperor empress sultan emir
    ayatollah saint constable corporalbrigadier sherifftrustee partner manager
    ambassador-designate rector provostvicar pastor deacon congressman-elect assemblyman
    assemblywoman alderman councilman councilwoman solicitor supt cllr assistant"""
)

SURNAMES = _set(
    """king pope bishop judge baker cook butcher carpenter mason brewer painter potter tailor
    gardener prince duke knight lord bowler runner boxer dancer singer ranger porter page farmer
    fisher gunman guard driver sailor skipper major speaker chancellor star batsman champion
    elder constable deacon pastor vicar monk"""
)

HE_WORDS = _set(
    """mr sir lord king prince father spokesman chairman congressman businessman brother son
    husband man boy actor policeman gentleman grandfather uncle"""
)

SHE_WORDS = _set(
    """madam mme frau baroness countess empress mrs ms miss dame lady queen princess mother
    spokeswoman chairwoman congresswoman businesswoman sister daughter wife woman girl actress
    policewoman grandmother aunt duchess"""
)

PERSONS = _set(
    """man woman billionaire millionaire minister president senator governor mayor secretary
    chancellor premier leader chief director ceo chairman chairwoman chair head boss founder
    co-founder official spokesman spokeswoman spokesperson executive businessman businesswoman
    entrepreneur professor doctor scientist researcher expert analyst economist lawyer attorney
    judge prosecutor officer general commander captain sergeant lawmaker congressman
    congresswoman representative candidate nominee politician diplomat ambassador envoy adviser
    advisor aide strategist staffer employee worker manager coach player striker star actor
    actress singer writer author journalist reporter editor correspondent columnist critic
    activist campaigner organizer organiser advocate resident neighbour neighbor witness victim
    student teacher farmer driver mother father wife husband son daughter brother sister friend
    pope bishop priest king queen prince princess duke duchess defendant suspect plaintiff
    veteran soldier colonel investor trader tycoon magnate mogul democrat republican delegate
    member historian physicist biologist engineer designer composer director-general inspector
    detective superintendent commentator host owner nurse pensioner fisherman captain-general
    texan developer user customer source insider whistleblower year-old consultant planner
    treasurer nutritionist person curator guide keeper colleague accountant councillor councilor
    trainee apprentice landlord tenant seamstress poet sculptor translator archivist librarian
    pilot sailor skipper passenger shopkeeper schoolteacher headteacher tutor auditor negotiator
    mediator surgeon therapist physician midwife relative grandson granddaughter nephew niece
    roommate classmate teammate bystander eyewitness reviewer respondent participant volunteer
    ranger firefighter electrician plumber chef waiter interpreter native hopeful frontrunner
    front-runner contender incumbent operative surrogate pollster committeewoman committeeman
    chairperson successor predecessor partner traveller traveler commuter shopper voter buyer
    seller baker butcher brewer builder carpenter joiner mechanic technician programmer scholar
    lecturerrector pastor vicar chaplain monk nun imam rabbi statistician mathematician musician
    magician paediatrician pediatrician optician dietician beautician obstetrician veterinarian
    pharmacist cleaner cook janitor carer caretaker gardener farmworker postman milkman sheriff
    constable trooper cop bodyguard warden gunman attacker survivor hostage refugee migrant
    immigrant exile dissident prisoner inmate detainee fugitive goalkeeper defender midfielder
    forward winger quarterback pitcher bowler batsman swimmer runner sprinter cyclist boxer
    wrestler skater skier golfer champion teenager youngster adult elder grandmother grandfather
    uncle aunt cousin stepfather stepmother stepson stepdaughter fiancé fiancée boyfriend
    girlfriend spouse twin parent baby legislator congressman-elect backbencher parliamentarian
    mp mep msp assemblyman alderman solicitor barrister counsel magistrate clerk juror notary
    paralegal bailiff coroner lobbyist undersecretary attaché consul chargé monarch emperor
    sultan emir instructor headmaster headmistress astronaut cosmonaut explorer climber
    mountaineer inventor glaciologist hydrologist meteorologist forecaster broadcaster presenter
    anchor blogger podcaster youtuber influencer filmmaker producer screenwriter playwright
    choreographer dancer drummer guitarist singer-songwriter rapper dj painter potter
    photographer illustrator cartoonist architect surveyor restaurateur hotelier grocer publican
    innkeeper fishmonger florist tailor hairdresser aide-de-camp deputy vice-president
    vice-chancellor vice-chair co-author coauthor co-chair co-director co-owner cofounder heir
    heiress widow widower orphan newcomer outsider bidder contractor subcontractor supplier
    landowner homeowner householder taxpayer retiree freelancer recruiter broker banker
    financier lender ombudsman ombudswoman regulator-general comptroller auditor-general
    attorney-general briton spaniard swede irishman frenchman englishman welshman dutchman
    californian londoner parisian"""
)

ANYONE = _set(
    """billionaire millionaire tycoon magnate mogul businessman businesswoman entrepreneur
    executive boss star actor actress singer musician artist author writer politician lawmaker
    scientist researcher academic expert scholar veteran pensioner teenager youngster year-old
    man woman mother father grandmother grandfather widow widower champion player defender
    midfielder striker goalkeeper forward winger athlete democrat republican conservative
    socialist liberal briton spaniard swede dane finn pole turk serb croat scot irishman
    frenchman englishman welshman dutchman texan californian londoner parisian native newcomer
    candidate nominee hopeful frontrunner front-runner contender incumbent investor trader
    economist historian physicist engineer"""
)

GROUPS = _set(
    """authorities officials experts analysts critics scientists researchers police lawmakers
    senators supporters opponents activists campaigners residents witnesses prosecutors lawyers
    investigators regulators economists leaders ministers democrats republicans conservatives
    liberals protesters demonstrators voters people americans russians chinese israelis
    palestinians europeans britons doctors workers employees unions students teachers farmers
    investors consumers users customers families parents neighbours neighbors observers
    commentators historians journalists reporters diplomats advisers advisors aides allies
    strategists pollsters defenders advocates groups members figures delegates veterans
    organizers organisers attorneys executives respondents women men friends others rivals
    firefighters fans locals islanders makers owners builders staff crews drivers nurses traders
    bakers engineers everyone everybody"""
)

ORGANIZATIONS = _set(
    """ministry department agency government administration council committee commission court
    parliament congress senate party union federation association foundation institute
    university college school hospital bank fund corporation corp inc ltd llc co company group
    holdings authority bureau office service services board army navy force forces police
    organization organisation nations league club society church trust center centre coalition
    alliance campaign team laboratory lab kremlin pentagon fbi cia nato eu un ministry's
    laboratories airlines motors industries systems technologies bundesbank network house
    assembly cabinet regulator watchdog tribunal exchange treasury embassy consulate nonprofit
    charity ngo observatory reserve ag gmbh plc museum guild panel jury gallery theatre theater
    orchestra choir cooperative chamber secretariat municipality firm registry library clinic
    brigade inquiry academy conservatory centers centres courts councils palace bloc axis
    command tribe nation fed legislature directorate commissioner-general taskforce think-tank
    thinktank"""
)

INSTITUTIONS = _set(
    """ministry department government administration council committee commission court parliament
    congress senate party union federation university college school hospital army navy force
    forces police nations assembly cabinet tribunal treasury embassy consulate secretariat
    municipality inquiry jury panel palace kremlin pentagon fbi cia nato eu un legislature tribe
    house campaign coalition alliance"""
)

FIRM_WORDS = _set(
    """capital partners ventures securities research foods energy power media pictures records
    studios entertainment analytics consulting solutions networks labs robotics pharmaceuticals
    pharma therapeutics healthcare insurance financial investments properties logistics shipping
    ferries rail railways telecom telecoms mobile sons brothers bros stores supermarkets
    chemicals steel oil gas petroleum resources minerals mining water electric enterprises
    international global worldwide software digital interactive games productions publishing
    publishers books agency advisors advisers associates authority"""
)

COMPANIES = _set(
    """company automaker carmaker firm manufacturer maker giant retailer startup start-up airline
    bank lender insurer brewer drugmaker chipmaker developer operator supplier producer
    conglomerate corporation business group chain brand carrier utility miner supermarket
    planemaker shipbuilder steelmaker publisher studio label organization organisation agency
    authority club team side charity nonprofit non-profit outfit venture distributor wholesaler
    importer exporter hotelier restaurateur builder housebuilder watchdog bloc platform
    franchise contractor refiner grocer broker brokerage foundation think-tank institute"""
)

BODIES = _set("""agency authority organization organisation body service services team side""")

OUTLETS = _set(
    """newspaper paper network broadcaster outlet outlets magazine daily tabloid website station
    channel publication site newspapers media weekly agency"""
)

OUTLET_WORDS = _set(
    """times post journal news herald tribune gazette guardian telegraph independent magazine
    television tv radio press mirror express mail observer chronicle examiner courier
    broadcasting weekly daily ledger bulletin sentinel bugle inquirer advertiser argus courant
    gleaner globe standard echo"""
)

OUTLET_NAMES = _set(
    """reuters bloomberg ap afp cnn bbc npr cnbc msnbc abc nbc cbs itv xinhua axios politico
    buzzfeed vox wired forbes fortune newsweek time economist guardian breitbart huffpost
    spiegel bild cctv aljazeera tass interfax rt vice slate variety wsj nyt techcrunch gizmodo
    recode deadline propublica c-span pbs sky"""
)

DOCUMENTS = _set(
    """report study poll survey statement letter document documents filing lawsuit complaint
    indictment memo analysis figures data research paper review email emails e-mail tweet post
    brochure guidance guidelines modelling findings transcript bill law ruling verdict polls
    surveys reports studies records article editorial book op-ed investigation audit forecast
    draft text message leaflet website page release newsletter census numbers statistics results
    evidence handbook manual guidebook card note notice sign label log logbook diary story
    stories column interview interviews tally placard placards signs op-eds columns reviews
    rankings scorecard polling pamphlet banner plaque contract dossier testimony footnote
    petition poster slogan circular decree edict subpoena affidavit manifesto communique
    communiqué treaty charter constitution proposal blueprint prospectus files messages texts
    letters tweets posts memos papers filings statements slides dataset barometer obituary
    headline caption inscription"""
)

DEMONYMS = _set(
    """american british chinese russian french german italian spanish european israeli palestinian
    iranian iraqi syrian turkish ukrainian indian pakistani japanese korean african asian
    australian canadian mexican brazilian polish dutch swedish finnish norwegian argentine
    belarusian bosnian bulgarian burmese cambodian chilean colombian croatian czech dominican
    ecuadorian estonian ethiopian georgian haitian icelandic indonesian jamaican jordanian
    kenyan kuwaiti latvian lebanese libyan lithuanian malaysian moldovan moroccan nepali
    nigerian panamanian paraguayan peruvian philippine filipino portuguese qatari rwandan
    senegalese serbian singaporean slovak slovenian somali sudanese taiwanese thai tunisian
    ugandan uruguayan uzbek vietnamese yemeni zambian zimbabwean bavarian catalan basque flemish
    danish greek irish scottish welsh english saudi egyptian afghan arab jewish muslim christian
    catholic hispanic latino austrian swiss belgian hungarian romanian cuban venezuelan
    republican democratic conservative liberal labour western"""
)

AMOUNTS = _set(
    """hundreds dozens thousands scores majority minority number percent half third quarter those
    these mix range string chorus most many some few all group handful couple pair lot lots
    plenty several crowd"""
)
