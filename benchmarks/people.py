"""Fictional people in many scripts, and the ways in which a name is written so that it is not seen at once.

Given names and family names are common ones, drawn together at random; the second form of each is how its own country
writes it. Nothing here comes from the tables of the matcher.
"""

from __future__ import annotations

import random
import unicodedata
from typing import NamedTuple


class Person(NamedTuple):
    """A name as it is written in Latin letters, and in its own script; the same where that is Latin."""

    latin: str
    native: str


_PARTS: dict[str, tuple[str, str]] = {
    "Arabic": (
        "Amira أميرة,Karim كريم,Layla ليلى,Yusuf يوسف,Nadia نادية,Hassan حسن,Samir سمير,Fatima فاطمة,Omar عمر,Zaynab زينب,Tariq طارق,"
        "Rania رانيا,Bilal بلال,Huda هدى,Walid وليد,Mariam مريم,Jamal جمال,Salma سلمى,Ibrahim إبراهيم,Noura نورة",
        "Haddad حداد,Khalil خليل,Mansour منصور,Najjar نجار,Saleh صالح,Qasim قاسم,Darwish درويش,Shami شامي,Rahal رحال,Nassar نصار,"
        "Farouk فاروق,Awad عوض,Barakat بركات,Hamdan حمدان,Zidan زيدان,Sabbagh صباغ,Khoury خوري,Halabi حلبي,Masri مصري,Jaber جابر",
    ),
    "Persian": (
        "Dariush داریوش,Parvin پروین,Bahram بهرام,Shirin شیرین,Farhad فرهاد,Golnar گلنار,Kaveh کاوه,Laleh لاله,Manouchehr منوچهر,"
        "Nasrin نسرین,Ramin رامین,Soraya ثریا,Touraj تورج,Yasaman یاسمن",
        "Hosseini حسینی,Rezaei رضایی,Mohammadi محمدی,Karimi کریمی,Jafari جعفری,Sadeghi صادقی,Tehrani تهرانی,Shirazi شیرازی,"
        "Bahrami بهرامی,Farahani فراهانی,Golzar گلزار,Kazemi کاظمی",
    ),
    "Russian": (
        "Ivan Иван,Olga Ольга,Dmitry Дмитрий,Svetlana Светлана,Sergei Сергей,Natalya Наталья,Alexei Алексей,Yekaterina Екатерина,"
        "Mikhail Михаил,Tatyana Татьяна,Vladimir Владимир,Yulia Юлия,Pavel Павел,Galina Галина",
        "Petrenko Петренко,Shevchuk Шевчук,Morozov Морозов,Kuznetsov Кузнецов,Zhukov Жуков,Tsvetkov Цветков,Shcherbakov Щербаков,"
        "Yakovlev Яковлев,Gavrilov Гаврилов,Fyodorov Фёдоров,Chernov Чернов,Belousov Белоусов,Medvedev Медведев,Kovalchuk Ковальчук",
    ),
    "Ukrainian": (
        "Oleksandr Олександр,Halyna Галина,Andriy Андрій,Oksana Оксана,Serhiy Сергій,Iryna Ірина,Yevhen Євген,Mykola Микола",
        "Hrytsenko Гриценко,Kovalenko Коваленко,Zinchenko Зінченко,Yatsenko Яценко,Lysenko Лисенко,Bilyk Білик,Tkachuk Ткачук",
    ),
    "Greek": (
        "Giorgos Γιώργος,Eleni Ελένη,Nikos Νίκος,Katerina Κατερίνα,Dimitris Δημήτρης,Sofia Σοφία,Yannis Γιάννης,Vasiliki Βασιλική",
        "Papadopoulos Παπαδόπουλος,Georgiou Γεωργίου,Nikolaidis Νικολαΐδης,Vlachos Βλάχος,Christou Χρήστου,Oikonomou Οικονόμου,"
        "Makris Μακρής,Samaras Σαμαράς",
    ),
    "Hebrew": (
        "Avraham אברהם,Miriam מרים,David דוד,Rivka רבקה,Yosef יוסף,Shira שירה,Moshe משה,Tamar תמר",
        "Cohen כהן,Mizrahi מזרחי,Peretz פרץ,Friedman פרידמן,Azoulay אזולאי,Shapira שפירא,Goldberg גולדברג",
    ),
    "Georgian": (
        "Giorgi გიორგი,Nino ნინო,Davit დავით,Tamar თამარ,Levan ლევან,Ketevan ქეთევან",
        "Beridze ბერიძე,Kapanadze კაპანაძე,Gelashvili გელაშვილი,Lomidze ლომიძე,Tsiklauri წიკლაური,Javakhishvili ჯავახიშვილი",
    ),
    "Armenian": (
        "Aram Արամ,Anahit Անահիտ,Hayk Հայկ,Lusine Լուսինե,Tigran Տիգրան,Nare Նարե",
        "Petrosyan Պետրոսյան,Sargsyan Սարգսյան,Grigoryan Գրիգորյան,Hovhannisyan Հովհաննիսյան,Harutyunyan Հարությունյան,Manukyan Մանուկյան",
    ),
    "Hindi": (
        "Rajesh राजेश,Sunita सुनीता,Amit अमित,Priya प्रिया,Vijay विजय,Kavita कविता",
        "Sharma शर्मा,Verma वर्मा,Gupta गुप्ता,Mishra मिश्रा,Patel पटेल,Chauhan चौहान",
    ),
    "Latin": (
        "Łukasz,Zofia,Çağla,Emre,João,Søren,Zoë,Åsa,Jiří,István,Ana,Émilie,Íñigo,Ángela,Jürgen,Błażej,Şebnem,Ólafur",
        "Wójcik,Dąbrowska,Yıldırım,Öztürk,Conceição,Kjærgaard,Müller,Lindström,Dvořák,Szűcs,Petrović,Lefèvre,Ibáñez,Gonçalves,Köhler,"
        "Ștefănescu,Đurić,Þórsson",
    ),
}
_EAST = {
    "Chinese": (
        "Wang 王,Li 李,Zhang 张,Chen 陈,Zhao 赵,Huang 黄,Zhou 周,Xu 徐,Sun 孙,Ma 马",
        "Xiaoming 小明,Guoqiang 国强,Meiling 美玲,Jianhua 建华,Xiuying 秀英,Zhiwei 志伟,Yulan 玉兰,Haifeng 海峰,Wenbo 文博,Chunmei 春梅",
    ),
    "Korean": (
        "Kim 김,Lee 이,Park 박,Choi 최,Jung 정,Kang 강,Yoon 윤,Han 한",
        "Minjun 민준,Seoyeon 서연,Jihoon 지훈,Hyejin 혜진,Dongwook 동욱,Eunji 은지,Sangmin 상민,Yuna 유나",
    ),
}


def people(count: int, chance: random.Random) -> list[Person]:
    """So many people, from all peoples alike."""
    makers = [*_PARTS, *_EAST]
    return [_person(chance.choice(makers), chance) for _ in range(count)]


def _person(people_of: str, chance: random.Random) -> Person:
    if people_of in _EAST:
        family, given = (_pair(chance.choice(part.split(","))) for part in _EAST[people_of])
        return Person(f"{family[0]} {given[0]}", f"{family[1]}{given[1]}")
    given, family = (_pair(chance.choice(part.split(","))) for part in _PARTS[people_of])
    if chance.random() < 0.25:
        middle = _pair(chance.choice(_PARTS[people_of][0].split(",")))
        if middle != given:
            return Person(f"{given[0]} {middle[0]} {family[0]}", f"{given[1]} {middle[1]} {family[1]}")
    return Person(f"{given[0]} {family[0]}", f"{given[1]} {family[1]}")


def _pair(written: str) -> tuple[str, str]:
    latin, _, native = written.partition(" ")
    return latin, native or latin


_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202c\u200e\u200f\u061c\u2063\ufe0f\u034f"
_ACCENTS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328"
_LINE_ENDS = ("\n", "-\n", "\u00ad\n", "\n    ", "\r\n", "-\n  ")
_LOOKS = str.maketrans("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ")  # noqa: RUF001 - they look alike, which is the point


def other_case(name: str, chance: random.Random) -> str:
    """In capitals, in small letters, or in both at random."""
    return chance.choice([str.upper, str.lower, str.swapcase, lambda text: _any_case(text, chance)])(name)


def _any_case(text: str, chance: random.Random) -> str:
    return "".join(chance.choice((each.upper(), each.lower())) for each in text)


def accents(name: str, chance: random.Random) -> str:
    """With accents on its letters that it does not have, or without those that it has."""
    if not name.isascii() and chance.random() < 0.5:
        return "".join(each for each in unicodedata.normalize("NFD", name) if not "\u0300" <= each <= "\u036f")
    marked = "".join(
        each + chance.choice(_ACCENTS) if each.isascii() and each.isalpha() and chance.random() < 0.5 else each for each in name
    )
    return unicodedata.normalize("NFC", marked)


def zero_width(name: str, chance: random.Random) -> str:
    """With characters between its letters that draw nothing."""
    return "".join(each + (chance.choice(_ZERO_WIDTH) if chance.random() < 0.5 else "") for each in name)


def line_end(name: str, chance: random.Random) -> str:
    """Split by a line end: within a word or between two."""
    if chance.random() < 0.3 and " " in name:
        return name.replace(" ", chance.choice(_LINE_ENDS[:1]), 1)
    at = chance.randrange(1, len(name))
    return name[:at] + chance.choice(_LINE_ENDS) + name[at:]


def look_alikes(name: str, chance: random.Random) -> str:
    """With letters of another alphabet that look the same."""
    return "".join(each.translate(_LOOKS) if chance.random() < 0.7 else each for each in name)


def reordered(name: str, chance: random.Random) -> str:
    """With the family name first."""
    words = name.split()
    return f"{words[-1]}{chance.choice([', ', ' '])}{' '.join(words[:-1])}" if len(words) > 1 else name


def joined(name: str, chance: random.Random) -> str:
    """As one word, or as a file or an account is named."""
    return chance.choice(["", "_", "-", "."]).join(name.split())


def markup(name: str, chance: random.Random) -> str:
    """With markup within its words."""
    at = chance.randrange(1, len(name))
    before, behind = chance.choice([("**", "**"), ("<b>", "</b>"), ("_", "_"), ("<span class='x'>", "</span>")])
    return f"{before}{name[:at]}{behind}{name[at:]}"


def initials(name: str, chance: random.Random) -> str:
    """The family name with initials."""
    del chance
    *given, family = name.split()
    return " ".join([*(f"{each[0]}." for each in given), family])
