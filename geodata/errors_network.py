"""What can be wrong with an answer of a public service or with what is kept of it, and what to do about it."""

from collections.abc import Mapping
from typing import Literal

NETWORK: Mapping[str, Mapping[Literal["nl", "en"], str]] = {
    "G.701 address_refused": {
        "nl": "{bestand}: dit adres wordt niet gevraagd ({gevonden}); geef een adres dat met https:// of http://"
        " begint, zonder gebruikersnaam, wachtwoord, ? of #, en een collectie van kleine letters, cijfers en _",
        "en": "{bestand}: this address is not asked ({gevonden}); give an address that begins with https:// or http://,"
        " without user name, password, ? or #, and a collection of small letters, digits and _",
    },
    "G.702 no_answer": {
        "nl": "{bestand}: geen antwoord na {pogingen} keer ({gevonden}); controleer de verbinding en de proxy, of geef"
        " de opdracht op een computer met internet en kopieer wat hij schrijft",
        "en": "{bestand}: no answer after {pogingen} tries ({gevonden}); check the connection and the proxy, or give"
        " the command on a computer with internet and copy what it writes",
    },
    "G.703 not_secure": {
        "nl": "{bestand}: de beveiligde verbinding lukt niet ({gevonden}); laat de beheerder het certificaat van uw"
        " organisatie installeren, of wijs het aan met de omgevingsvariabele SSL_CERT_FILE",
        "en": "{bestand}: the secure connection fails ({gevonden}); let the administrator install the certificate of"
        " your organisation, or point to it with the environment variable SSL_CERT_FILE",
    },
    "G.704 service_fails": {
        "nl": "{bestand}: de dienst heeft een storing of is te druk (status {gevonden}, {pogingen} keer gevraagd);"
        " probeer het later weer, wat binnen is wordt niet opnieuw gevraagd",
        "en": "{bestand}: the service fails or is too busy (status {gevonden}, asked {pogingen} times); try again"
        " later, what has come in is not asked again",
    },
    "G.705 service_refuses": {
        "nl": "{bestand}: de dienst weigert deze vraag (status {gevonden}); controleer --base, --collection of --table",
        "en": "{bestand}: the service refuses this question (status {gevonden}); check --base, --collection or --table",
    },
    "G.706 redirected": {
        "nl": "{bestand}: de dienst verwijst door naar {gevonden}, en een andere server wordt niet gevolgd; klopt dat"
        " adres, geef het dan zelf met --base",
        "en": "{bestand}: the service redirects to {gevonden}, and another server is not followed; if that address is"
        " right, give it yourself with --base",
    },
    "G.707 cut_off": {
        "nl": "{bestand}: het antwoord brak {pogingen} keer af ({gevonden}); probeer het later weer",
        "en": "{bestand}: the answer broke off {pogingen} times ({gevonden}); try again later",
    },
    "G.708 too_slow": {
        "nl": "{bestand}: na {gevonden} seconden nog niet klaar; geef dezelfde opdracht nog eens, wat binnen is wordt"
        " niet opnieuw gevraagd",
        "en": "{bestand}: not done after {gevonden} seconds; give the same command again, what has come in is not"
        " asked again",
    },
    "G.709 too_large": {
        "nl": "{bestand}: het antwoord is groter dan {verwacht}; dit is geen kaart van gemeenten, controleer --base en"
        " --collection",
        "en": "{bestand}: the answer is larger than {verwacht}; this is no map of gemeenten, check --base and"
        " --collection",
    },
    "G.710 not_json": {
        "nl": "{bestand}: de dienst antwoordt met {gevonden} in plaats van JSON, zoals een inlog- of foutpagina;"
        " open het adres in een browser en controleer --base",
        "en": "{bestand}: the service answers with {gevonden} instead of JSON, such as a login or error page; open the"
        " address in a browser and check --base",
    },
    "G.711 json_damaged": {
        "nl": "{bestand}: het antwoord is geen hele JSON ({gevonden}); probeer het later weer",
        "en": "{bestand}: the answer is no whole JSON ({gevonden}); try again later",
    },
    "G.712 other_shape": {
        "nl": "{bestand}: het antwoord heeft een andere vorm dan is beschreven ({gevonden}; verwacht: {verwacht});"
        " controleer --base en --collection of --table",
        "en": "{bestand}: the answer has another shape than is documented ({gevonden}; expected: {verwacht}); check"
        " --base and --collection or --table",
    },
    "G.713 next_elsewhere": {
        "nl": "{bestand}: de volgende pagina staat op een andere server ({gevonden}) en wordt niet gevraagd; meld dit"
        " bij de beheerder van de dienst of controleer --base",
        "en": "{bestand}: the next page stands on another server ({gevonden}) and is not asked; report this to the"
        " operator of the service or check --base",
    },
    "G.714 next_again": {
        "nl": "{bestand}: de pagina's verwijzen in een kring ({gevonden}); probeer het later weer",
        "en": "{bestand}: the pages refer in a circle ({gevonden}); try again later",
    },
    "G.715 other_year": {
        "nl": "{bestand}: het antwoord is niet van het gevraagde jaar ({gevonden}); kies het jaar met --year",
        "en": "{bestand}: the answer is not of the year that was asked ({gevonden}); choose the year with --year",
    },
    "G.716 property_missing": {
        "nl": "{bestand}: eigenschap {verwacht} ontbreekt of is leeg bij {gevonden}; controleer --base en --collection",
        "en": "{bestand}: property {verwacht} is missing or empty at {gevonden}; check --base and --collection",
    },
    "G.717 code_of_other_kind": {
        "nl": "{bestand}: {gevonden} is geen code van deze collectie (verwacht: {verwacht}); controleer --collection",
        "en": "{bestand}: {gevonden} is no code of this collection (expected: {verwacht}); check --collection",
    },
    "G.718 code_again": {
        "nl": "{bestand}: {codes} komt vaker voor; probeer het later weer of meld dit bij de beheerder van de dienst",
        "en": "{bestand}: {codes} occurs more than once; try again later or report this to the operator of the service",
    },
    "G.719 count_differs": {
        "nl": "{bestand}: de dienst noemt {verwacht} rijen en geeft er {gevonden}; probeer het later weer",
        "en": "{bestand}: the service tells of {verwacht} rows and gives {gevonden}; try again later",
    },
    "G.720 nothing_there": {
        "nl": "{bestand}: geen enkele rij; dit jaar is misschien nog niet uitgebracht, kies een ander met --year",
        "en": "{bestand}: not one row; this year may not be published yet, choose another with --year",
    },
    "G.721 other_crs": {
        "nl": "{bestand}: het antwoord staat in {gevonden} in plaats van lengte en breedte (CRS84); controleer --base",
        "en": "{bestand}: the answer is in {gevonden} instead of longitude and latitude (CRS84); check --base",
    },
    "G.722 folder_closed": {
        "nl": "{bestand}: hier kan niet worden geschreven ({gevonden}); kies met --out een andere plaats of maak"
        " ruimte",
        "en": "{bestand}: this place cannot be written to ({gevonden}); choose another with --out or make room",
    },
    "G.731 kept_file_changed": {
        "nl": "{bestand}: dit bestand is na het ophalen veranderd of beschadigd; haal het opnieuw met spreiding geodata"
        " download --opnieuw",
        "en": "{bestand}: this file was changed or damaged after the download; fetch it again with spreiding geodata"
        " download --opnieuw",
    },
    "G.732 kept_note_unclear": {
        "nl": "{bestand}: het bestand of de bron die erbij hoort ({verwacht}) ontbreekt of is onleesbaar; haal beide"
        " opnieuw met spreiding geodata download --opnieuw, of kopieer ze samen",
        "en": "{bestand}: the file or the source that belongs to it ({verwacht}) is missing or unreadable; fetch both"
        " again with spreiding geodata download --opnieuw, or copy them together",
    },
    "G.741 column_missing": {
        "nl": "{bestand}: geen kolom met {verwacht} voor elke gemeente; controleer --table, het moet een tabel Gebieden"
        " in Nederland zijn",
        "en": "{bestand}: no column with {verwacht} for every gemeente; check --table, it must be a table Gebieden in"
        " Nederland",
    },
    "G.742 column_unclear": {
        "nl": "{bestand}: niet duidelijk welke kolom {verwacht} bevat ({gevonden}); controleer --table",
        "en": "{bestand}: not clear which column holds {verwacht} ({gevonden}); check --table",
    },
    "G.743 value_unclear": {
        "nl": "{bestand}: {verwacht} ontbreekt of is onleesbaar bij {gevonden}; vul niets in, wacht tot CBS het"
        " uitbrengt",
        "en": "{bestand}: {verwacht} is missing or unreadable at {gevonden}; fill in nothing, wait until CBS"
        " publishes it",
    },
    "G.744 inhabitants_unlikely": {
        "nl": "{bestand}: kolom {kolom} telt op tot {gevonden} en niet tot {verwacht} inwoners; controleer --table",
        "en": "{bestand}: column {kolom} sums to {gevonden} and not to {verwacht} inhabitants; check --table",
    },
}
"""Line of each problem in Dutch and English; the names in braces are its fields, ``bestand`` the address or file."""
