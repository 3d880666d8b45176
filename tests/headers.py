"""Names of columns as planners and COA write them, by the code that refuses them, and names that must pass."""

REFUSED = {
    "F.106": """
        BSN|bsn|bsnr|bsn_nr|BSNnummer|bsnPersoon|burger_service_nr|Burgerservicenummer|sofi|sofi-nummer
        SoFi nr|nationaal_nummer
        national_id|SSN|social security number|citizenServiceNumber|A-nummer|a_nummer|boargerservicenûmer
        persoon_bsn|ＢＳＮ
        b.s.n.|b\u200bsn|ВSN
    """,
    "F.107": """
        strafblad|Strafrechtelijk_verleden|veroordelingen|criminal_record|justitieel_dossier|antecedenten
        detentie|VOG
        strafbl.|misdrijf|verdachte|conviction
    """,
    "F.103": """
        etnische_achtergrond|etniciteit|ethnicity|Ethnic group|herkomst|land van herkomst|geboorteland
        GeboorteLand|geboorte-land
        country_of_birth|birthCountry|afkomst|komôf|huidskleur|ras|race|stam|clan|bevolkingsgroep
        migratieachtergrond
        religie|religion|Religieuze stroming|geloof|geloofsovertuiging|godsdienst|godstsjinst|leauwe
        levensovertuiging|kerk|moskee
        moslim|is_moslim|christen|joods|jezidi|religіe|gelооf|gelo\u00adof|ｒｅｌｉｇｉｅ|rеligion|réligie
        seksuele_geaardheid|sexual_orientation|LHBTI|lgbtq|homo|gay|gerichtheid
        politieke_voorkeur|political_opinion|politiek|partijlid|vakbond|vakbondslid|trade_union
        vakvereniging|fakbûnvakbond
        biometrie|biometric_id|vingerafdruk|fingerprint|DNA|genetisch_profiel
        diagnose|Diagnosis|medisch|medische_bijzonderheden|medical_notes|gezondheid|health|healthStatus|ggz
        GGZ-indicatie|rolstoel
        medicatie|zwanger|pregnant|handicap|disability|psychische_klachten|PTSS|trauma|ziekte|sykte
        arbeidsbeperking|WMO|blind|gezondh.|hivstatus|mindervalide|etn.|huidtint|psych
    """,
    "F.104": """
        nationaliteit|Nationaliteit|nationaliteiten|nationality|nasjonaliteit|natio|nation|Nat|NAT.
        natiоnaliteit|ΝATIONALITY
        nationaliteït|nationa\u200dliteit|citizenship|staatsburgerschap|staatloos|stateless|land|Land|lân
        landcode|country|COUNTRY_CODE
        geboorteplaats|birthplace|place of birth|berteplak|moedertaal|memmetaal|mother_tongue|taal|talen
        taalcode|tolk_taal|language
        spreekt_taal|spreekt_arabisch|tigrinya|is_syrier|Syrisch|eritrees
        geslacht|Gesl|geslachtHoofd|gender|genderidentiteit|sekse|sex|m/v|m_v|M-V|mv|man_vrouw|v
        geb.plaats|geb_land|tolktaal|talenkennis|statenloze|gndr|m/v/x|sexe
        aantal_vrouwen|meisjes|moeder
        gеslacht|g.e.s.l.a.c.h.t|burgerlijke_staat|gehuwd|marital_status|dhr_mevr
    """,
    "F.105": """
        naam|Naam|name|NAME|namen|namme|famyljenamme|naam_hoofdpersoon|voornaam|achternaam|Familienaam
        roepnaam|voorletters|tussenvoegsel
        firstName|last_name|surname|fullname|initialen|aanhef|hoofdpersoon|contactpersoon|referent|nаam|ｎａａｍ
        nåam|n\u2060aam
        V-nummer|v_nummer|vNummer|V.nr.|vnr|V-nr|v_nr|v-nummer hoofdpersoon|vreemdelingennummer
        Vreemdelingen_nr|IND-nummer|COA-nr
        coa_nummer|zaaknummer|dossiernr|clientnummer|cliënt_id|klantnummer|paspoortnummer|passport_no
        verblijfsdocument|id_nummer
        geboortedatum|Geb.datum|geb_datum|gebdat|geboortejaar|geboren|date_of_birth|dateOfBirth|DOB
        birth year|bertedatum
        adres|woonadres|Adres (opvang)|address|straat|huisnummer|postcode|PC4 postcode|zipcode
        telefoon|telefoonnummer|tel|tel.nr.|mobiel|phone|phone_number|tillefoan|email|e-mail|E_mail
        emailadres|mail|whatsapp
        geb.dd|dat.geb.|voorn.|achtern.|zorgnr|PC6|vreemd.nr|person_id
        foto|pasfoto|photo|handtekening|IBAN
    """,
}

INNOCENT = """
    huishouden_id|volwassenen|kinderen_0_3|kinderen_4_11|kinderen_12_17|vergunningdatum|opvanglocatie|delen
    toegankelijk
    nareis_personen|voorkeur_1|leerroute|sector|taal_tolk|taalniveau|taal_niveau|tolk_nodig|grond|peildatum
    gemeenten|regio|tot|soort
    waarde|reden|wie|score|bron|capaciteit|corporatie|regeling|status|opmerking|toelichting|bouwjaar|wijk
    aanbieder|huurprijs
    energielabel|oppervlakte_m2|verdieping|lift|begane_grond|beschikbaar_vanaf|contractduur|kamers|complex
    betaalbaar|betaling|totaal
    taakstelling|taak|deelname|opname_datum|aanname|naamloos|inname|dynamisch|landsdeel|landelijk_gemiddelde
    eiland|platteland
    nationaal_gemiddelde|nationale_opgave|internationaal|combinatie|destination|terras|grasveld|vastgoed
    wachttijd|weken|prioriteit
    koppeldatum|afstand_km|reistijd|opleidingsniveau|werkervaring|diploma|beroep|sociale_verhuringen|erkend
    werk_erkenning
    zorg|zorgsector|gezinsgrootte|gezinssamenstelling|huishoudtype|man_uren_per_week|agendering|gemaild_op
    vn_resettlement|bs_code
    jobs_nu|mvo|sextant|sofia|transport|medewerker|gemeentenaam|gemeente_naam|locatie_naam|herkomstgemeente
    bandbreedte
    politieregio|partij_nummer|kansrijk|arbeidsmarktregio|woonvorm|gastgemeente|leverkans|aantal|slaapt
    kwartaal|plaatsen
"""


def names(text):
    """List the names of a text."""
    return [name.strip() for line in text.splitlines() for name in line.split("|") if name.strip()]
