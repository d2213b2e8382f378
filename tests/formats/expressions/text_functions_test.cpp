// SPDX-License-Identifier: Apache-2.0
// Functions on texts: XPath 1.0, section 4.2, and those that ODK XForms adds.
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

TEST(TextFunctions, PartsOfTextsAreFound) {
  constexpr Case kCases[] = {
      {"contains('abcdef', 'cd')", "true"},
      {"contains('abcdef', 'dc')", "false"},
      {"contains('abc', '')", "true"},
      {"contains('', 'a')", "false"},
      {"contains('Abc', 'a')", "false"},
      {"contains(/data/greeting, 'wör')", "true"},
      {"contains(12345, 34)", "true"},
      {"starts-with('abc', 'ab')", "true"},
      {"starts-with('abc', 'b')", "false"},
      {"starts-with('abc', '')", "true"},
      {"starts-with('', 'a')", "false"},
      {"starts-with(/data/greeting, 'Hello')", "true"},
      {"ends-with('abc', 'bc')", "true"},
      {"ends-with('abc', 'b')", "false"},
      {"ends-with('abc', '')", "true"},
      {"ends-with('', 'a')", "false"},
      {"ends-with(/data/greeting, 'd')", "true"},
      {"ends-with('c', 'abc')", "false"},
      {"substring-before('1999/04/01', '/')", "'1999'"},
      {"substring-before('abc', 'x')", "''"},
      {"substring-before('abc', 'a')", "''"},
      {"substring-before('abc', '')", "''"},
      {"substring-before(/data/greeting, ', ')", "'Hello'"},
      {"substring-after('1999/04/01', '/')", "'04/01'"},
      {"substring-after('abc', 'x')", "''"},
      {"substring-after('abc', 'c')", "''"},
      {"substring-after('abc', '')", "'abc'"},
      {"substring-after(/data/greeting, ', ')", "'wörld'"},
  };
  expect_all(kCases);
}

TEST(TextFunctions, SubstrCountsFromZeroAndSubstringFromOne) {
  constexpr Case kCases[] = {
      {"substr('hello', 0)", "'hello'"},
      {"substr('hello', 1)", "'ello'"},
      {"substr('hello', 0, 1)", "'h'"},
      {"substr('hello', 1, 3)", "'el'"},
      {"substr('hello', 2, 2)", "''"},
      {"substr('hello', 3, 2)", "''"},
      {"substr('hello', 4, 99)", "'o'"},
      {"substr('hello', 5)", "''"},
      {"substr('hello', 99)", "''"},
      {"substr('hello', -2)", "'lo'"},
      {"substr('hello', -3, -1)", "'ll'"},
      {"substr('hello', -99)", "'hello'"},
      {"substr('hello', 1.9)", "'ello'"},
      {"substr('hello', 'x')", "''"},
      {"substr('', 0)", "''"},
      {"substr(/data/greeting, 7, 9)", "'wö'"},
      {"substr(12345, 1, 3)", "'23'"},
      {"substring('12345', 2, 3)", "'234'"},
      {"substring('12345', 2)", "'2345'"},
      {"substring('12345', 1.5, 2.6)", "'234'"},
      {"substring('12345', 0, 3)", "'12'"},
      {"substring('12345', -42)", "'12345'"},
      {"substring('12345', 0 div 0, 3)", "''"},
      {"substring('12345', 1, 0 div 0)", "''"},
      {"substring('12345', -42, 1 div 0)", "'12345'"},
      {"substring('12345', 6)", "''"},
      {"substring('wörld', 2, 1)", "'ö'"},
  };
  expect_all(kCases);
}

TEST(TextFunctions, LengthsCountCharacters) {
  constexpr Case kCases[] = {
      {"string-length('')", "0"},
      {"string-length('abc')", "3"},
      {"string-length('wörld')", "5"},
      {"string-length('日本')", "2"},
      {"string-length(12345)", "5"},
      {"string-length(/data/greeting)", "12"},
      {"string-length(/data/blank)", "0"},
      {"string-length()", "3", "/data/name"},
      {"string-length(.)", "3", "/data/name"},
      {"string-length(.) <= 3", "true", "/data/name"},
      {"normalize-space('  a   b  ')", "'a b'"},
      {"normalize-space('')", "''"},
      {"normalize-space('   ')", "''"},
      {"normalize-space('a')", "'a'"},
      {"normalize-space('a\tb\nc')", "'a b c'"},
      {"normalize-space(/data/spaced)", "'two words'"},
      {"normalize-space()", "'two words'", "/data/spaced"},
      {"translate('bar', 'abc', 'ABC')", "'BAr'"},
      {"translate('--aaa--', 'abc-', 'ABC')", "'AAA'"},
      {"translate('abc', '', 'x')", "'abc'"},
      {"translate('abc', 'abc', '')", "''"},
      {"translate('aaa', 'aa', 'xy')", "'xxx'"},
      {"translate('wörld', 'ö', 'o')", "'world'"},
      {"translate(/data/name, 'an', 'AN')", "'ANA'"},
  };
  expect_all(kCases);
}

TEST(TextFunctions, TextsAreJoinedAlsoThoseOfNodes) {
  constexpr Case kCases[] = {
      {"concat('a')", "'a'"},
      {"concat('a', 'b', 'c')", "'abc'"},
      {"concat('a', 1, true())", "'a1true'"},
      {"concat('', '')", "''"},
      {"concat(/data/name, ' ', /data/age)", "'Ana 42'"},
      {"concat(/data/person/called)", "'AnaBiaCaio'"},
      {"concat(/data/person/called, '!')", "'AnaBiaCaio!'"},
      {"concat(/data/secret, 'x')", "'x'"},
      {"concat(/data/blank, /data/blank)", "''"},
      {"concat('it', \"'\", 's')", "'it's'"},
      {"concat(1 div 2, '')", "'0.5'"},
      {"join(', ', /data/person/called)", "'Ana, Bia, Caio'"},
      {"join(' ', 'a', 'b')", "'a b'"},
      {"join('-', 'a')", "'a'"},
      {"join('-')", "''"},
      {"join('', /data/person/called)", "'AnaBiaCaio'"},
      {"join(' ', /data/person/years)", "'30 7 '"},
      {"join('|', /data/name, /data/person/called, 5)", "'Ana|Ana|Bia|Caio|5'"},
      {"join(', ', /data/person[years > 5]/called)", "'Ana, Bia'"},
      {"join(', ', /data/person/pet/species)", "'dog, cat, bird'"},
      {"join(',', /data/secret)", "''"},
      {"join(',', /data/name | /data/agree)", "'Ana,yes'"},
      {"coalesce('a', 'b')", "'a'"},
      {"coalesce('', 'b')", "'b'"},
      {"coalesce('', '')", "''"},
      {"coalesce(/data/blank, 'none')", "'none'"},
      {"coalesce(/data/name, 'none')", "'Ana'"},
      {"coalesce(/data/secret, /data/name)", "'Ana'"},
      {"coalesce('', '', 'c')", "'c'"},
      {"coalesce(0, 'b')", "'0'"},
  };
  expect_all(kCases);
}

TEST(TextFunctions, DigestsAndEncodingsAreThoseOfTheirStandards) {
  constexpr Case kCases[] = {
      {"digest('abc', 'MD5', 'hex')", "'900150983cd24fb0d6963f7d28e17f72'"},
      {"digest('abc', 'SHA-1', 'hex')", "'a9993e364706816aba3e25717850c26c9cd0d89d'"},
      {"digest('abc', 'SHA-256', 'hex')",
       "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'"},
      {"digest('abc', 'sha-256', 'hex') = digest('abc', 'SHA-256', 'hex')", "true"},
      {"digest('', 'MD5', 'hex')", "'d41d8cd98f00b204e9800998ecf8427e'"},
      {"digest('abc', 'MD5')", "'kAFQmDzST7DWlj99KOF/cg=='"},
      {"digest('abc', 'MD5', 'base64')", "'kAFQmDzST7DWlj99KOF/cg=='"},
      {"string-length(digest('abc', 'SHA-384', 'hex'))", "96"},
      {"string-length(digest('abc', 'SHA-512', 'hex'))", "128"},
      {"digest('abc', 'MD4', 'hex')", "! 15 digest() knows MD5"},
      {"digest('abc', /data/name, 'hex')", "! digest() knows MD5"},
      {"digest('abc', 'MD5', 'octal')", "! digest() writes 'hex' or 'base64'."},
      {"base64-decode('SGVsbG8=')", "'Hello'"},
      {"base64-decode('SGVsbG8')", "'Hello'"},
      {"base64-decode(' SGVs bG8= ')", "'Hello'"},
      {"base64-decode('SGVsb')", "''"},
      {"base64-decode('d8O2cmxk')", "'wörld'"},
      {"base64-decode('')", "''"},
      {"base64-decode('!!!')", "''"},
      {"base64-decode('/w==')", "''"},
      {"string-length(uuid())", "36"},
      {"regex(uuid(), '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')", "true"},
      {"uuid() = uuid()", "false"},
      {"string-length(uuid(10))", "10"},
      {"uuid(0)", "''"},
      {"uuid(-1)", "! uuid() makes 0 to 1000 characters."},
      {"uuid(100000)", "! uuid() makes 0 to 1000 characters."},
  };
  expect_all(kCases);
}

TEST(TextFunctions, ARegularExpressionMatchesTheWholeText) {
  constexpr Case kCases[] = {
      {"regex('abc', 'abc')", "true"},
      {"regex('abc', 'ab')", "false"},
      {"regex('abc', 'bc')", "false"},
      {"regex('abc', 'a.c')", "true"},
      {"regex('abc', '.*')", "true"},
      {"regex('', '.*')", "true"},
      {"regex('', '.+')", "false"},
      {"regex('12345', '[0-9]{5}')", "true"},
      {"regex('1234', '[0-9]{5}')", "false"},
      {"regex('12345', '^[0-9]{5}$')", "true"},
      {"regex('12345', '\\d+')", "true"},
      {"regex('12a45', '\\d+')", "false"},
      {"regex('Ana', '[A-Z][a-z]+')", "true"},
      {"regex('ana', '[A-Z][a-z]+')", "false"},
      {"regex('ANA', '(?i)ana')", "true"},
      {"regex('yes', 'yes|no')", "true"},
      {"regex('yesno', 'yes|no')", "false"},
      {"regex('+49 30 123', '\\+?[0-9 ]+')", "true"},
      {"regex('a@b.org', '[^@ ]+@[^@ ]+\\.[a-z]{2,}')", "true"},
      {"regex('a@b', '[^@ ]+@[^@ ]+\\.[a-z]{2,}')", "false"},
      {"regex('wörld', 'w.rld')", "true"},
      {"regex('wörld', '\\p{L}+')", "true"},
      {"regex('world 1', '(?=.*\\d).+')", "true"},
      {"regex('world', '(?=.*\\d).+')", "false"},
      {"regex('abab', '(ab)\\1')", "true"},
      {"regex('a\nb', 'a\\sb')", "true"},
      {"regex(., '[0-9]{2}')", "true", "/data/age"},
      {"regex(/data/blank, '[0-9]*')", "true"},
      {"regex('aaa', 'a{2,3}')", "true"},
      {"regex('aaaa', 'a{2,3}')", "false"},
      {"regex('x', '[')", "! 12 The regular expression '[' is wrong at its character 1"},
      {"regex('x', '(a')", "! 12 The regular expression '(a' is wrong"},
      {"regex('x', '*')", "! 12 The regular expression '*' is wrong"},
      {"regex('x', concat('(', 'a'))", "! The regular expression '(a' is wrong"},
      {"regex('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+')",
       "! The regular expression '(a+)+' takes too long"},
      {"regex('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a|aa)+')",
       "! The regular expression '(a|aa)+' takes too long"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace tertulia::formats
