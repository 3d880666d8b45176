"""A BSN, a V-nummer, a name, an e-mail address and a day of birth are known by their form."""

import pytest

from inputs.codes import Code
from inputs.pseudonyms import is_bsn, pseudonym_fault, text_fault

BSN, VNUMMER, NAME = Code.PSEUDONIEM_BSN, Code.PSEUDONIEM_VNUMMER, Code.PSEUDONIEM_NAAM


def test_a_bsn_passes_the_elfproef():
    """9x1 + 8x2 + 7x3 + 6x4 + 5x5 + 4x6 + 3x7 + 2x8 - 2 = 154 = 14 x 11."""
    assert is_bsn("123456782")
    assert not is_bsn("123456781")


def test_one_in_eleven_serial_numbers_passes_it():
    passed = sum(is_bsn(str(number)) for number in range(100_000_000, 100_011_000))

    assert passed == 1000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("123456782", BSN),
        ("12345672", BSN),
        ("012345672", BSN),
        ("123.456.782", BSN),
        ("1234.56.782", BSN),
        ("123 456 782", BSN),
        ("123-456-782", BSN),
        ("BSN123456782", BSN),
        ("bsn 123456782", BSN),
        ("H_123456782", BSN),
        ("2026-123456782", BSN),
        ("\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12", BSN),
        ("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662", BSN),
        ("123456782\u200b", BSN),
        ("2701234567", VNUMMER),
        ("270.123.4567", VNUMMER),
        ("270 123 4567", VNUMMER),
        ("V2701234567", VNUMMER),
        ("V-nr 2701234567", VNUMMER),
        ("0612345678", VNUMMER),
        ("Jan Jansen", NAME),
        ("J. Jansen", NAME),
        ("Jansen, J", NAME),
        ("Jansen,Jan", NAME),
        ("Jan\u00a0Jansen", NAME),
        ("Fatima el Ömeri", NAME),
        ("j.jansen@voorbeeld.nl", NAME),
    ],
)
def test_a_text_that_tells_who_someone_is_is_no_pseudonym(text, code):
    assert pseudonym_fault(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "H1",
        "H00012",
        "1",
        "12345678",
        "123456789",
        "H123456782",
        "h-2026-0001",
        "2026-01-0001",
        "2026K1/0012",
        "000000012",
        "000123456",
        "H 12",
        "HH_0001_A",
        "12345678901",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "NIEMAND",
    ],
)
def test_a_serial_number_or_code_is_one(text):
    assert pseudonym_fault(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("zie 123456782", Code.TEKST_BSN),
        ("bsn:123.456.782!", Code.TEKST_BSN),
        ("BSN 1234.56.782", Code.TEKST_BSN),
        ("V-nr 2701234567", Code.TEKST_VNUMMER),
        ("bel 0612345678", Code.TEKST_VNUMMER),
        ("bel 06-12345678", Code.TEKST_VNUMMER),
        ("tel 020-123 45 67", Code.TEKST_VNUMMER),
        ("06 12 34 56 78", Code.TEKST_VNUMMER),
        ("+31 (0)6 12345678", Code.TEKST_VNUMMER),
        ("0031612345678", Code.TEKST_VNUMMER),
        ("mail j.jansen@voorbeeld.nl", Code.TEKST_MAIL),
        ("geboren op 1-2-1990", Code.TEKST_GEBOORTEDATUM),
        ("Geb. 01/02/90", Code.TEKST_GEBOORTEDATUM),
        ("geboortedatum: 1990-02-01", Code.TEKST_GEBOORTEDATUM),
        ("born 1 February 1990", Code.TEKST_GEBOORTEDATUM),
        ("date of birth 1 feb. 1990", Code.TEKST_GEBOORTEDATUM),
    ],
)
def test_a_free_text_that_tells_who_someone_is_is_found(text, code):
    assert text_fault(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "besluit van 12-3-2026, kenmerk Z123456782",
        "zaak 123456789",
        "werk in de gemeente vanaf 2026-01-01",
        "gebouw 12, opgeleverd 1-2-2026",
        "geb. 3",
        "kind geboren in 2025",
        "12345672",
        "overleg op dinsdag @ 10 uur",
        "GM0363 GM0014",
        "familie 10 000 000 1",
        "1.234.567,89",
    ],
)
def test_an_ordinary_text_is_not(text):
    assert text_fault(text) is None
