// SPDX-License-Identifier: Apache-2.0
// Dates and times of ODK XForms. It is 2024-03-16T00:30+01:00 in Europe/Berlin.
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

TEST(DateFunctions, TodayAndNowAreThoseOfTheVenue) {
  constexpr Case kCases[] = {
      {"today()", "'2024-03-16'"},
      {"now()", "'2024-03-16T00:30:00.000+01:00'"},
      {"today() + 1", "19799"},
      {"date(today() + 1)", "'2024-03-17'"},
      {"date(today() - 16)", "'2024-02-29'"},
      {"today() - today()", "0"},
      {"today() - /data/born", "14626"},
      {"int((today() - /data/born) div 365.25)", "40"},
      {"now() - now()", "0"},
      {"round((now() - today()) * 24, 3)", "0.5"},
      {"now() > today()", "true"},
      {"date(now())", "'2024-03-16'"},
      {"date(now()) = today()", "true"},
      {"format-date(today(), '%Y')", "'2024'"},
  };
  expect_all(kCases);
}

TEST(DateFunctions, DatesAndNumbersOfDaysBecomeEachOther) {
  constexpr Case kCases[] = {
      {"date('2024-02-29')", "'2024-02-29'"},
      {"date('2023-02-29')", "''"},
      {"date('2024-02-29T23:59:00.000+01:00')", "'2024-02-29'"},
      {"date('2024-02-29T23:30:00.000Z')", "'2024-03-01'"},
      {"date(0)", "'1970-01-01'"},
      {"date(1)", "'1970-01-02'"},
      {"date(-1)", "'1969-12-31'"},
      {"date(19782)", "'2024-02-29'"},
      {"date('19782')", "'2024-02-29'"},
      {"date('')", "''"},
      {"date('soon')", "''"},
      {"date(true())", "''"},
      {"date(1e9)", "! 6 A name cannot begin with a digit"},
      {"date(1000000000)", "''"},
      {"date(/data/born)", "'1984-02-29'"},
      {"date(/data/met)", "'2024-03-10'"},
      {"date('2024-01-31') + 1", "19754"},
      {"date(date('2024-01-31') + 1)", "'2024-02-01'"},
      {"date('2024-03-31') - date('2024-03-01')", "30"},
      {"date('2024-03-30') - date('2024-04-01')", "-2"},
      {"'2024-03-31' - '2024-03-01'", "30"},
      {"date(/data/born + 10)", "'1984-03-10'"},
      {"date-time('2024-01-01')", "'2024-01-01T00:00:00.000+01:00'"},
      {"date-time('2024-07-01')", "'2024-07-01T00:00:00.000+02:00'"},
      {"date-time('2024-01-01T10:00:00.000Z')", "'2024-01-01T10:00:00.000+00:00'"},
      {"date-time('2024-01-01T10:00')", "'2024-01-01T10:00:00.000+01:00'"},
      {"date-time(0.5)", "'1970-01-01T13:00:00.000+01:00'"},
      {"date-time('')", "''"},
      {"decimal-date-time('1970-01-01')", "0"},
      {"decimal-date-time('1970-01-02')", "1"},
      {"decimal-date-time('1970-01-01T00:00:00.000Z')", "0"},
      {"decimal-date-time('1970-01-01T18:00:00.000Z')", "0.75"},
      {"decimal-date-time('1970-01-02T06:00:00.000+06:00')", "1"},
      {"decimal-date-time('1970-01-01T01:00:00.000')", "0"},
      {"decimal-date-time('')", "NaN"},
      {"decimal-date-time('x')", "NaN"},
      {"int(decimal-date-time(/data/met))", "19792"},
      {"date(int(decimal-date-time('2024-03-10')))", "'2024-03-10'"},
      {"decimal-time('00:00')", "0"},
      {"decimal-time('12:00')", "0.5"},
      {"decimal-time('18:00:00')", "0.75"},
      {"decimal-time('06:00:00.000')", "0.25"},
      {"decimal-time('06:00:00.000+01:00')", "0.25"},
      {"decimal-time('05:00:00.000Z')", "0.25"},
      {"decimal-time('23:30:00.000Z') < 0.03", "true"},
      {"decimal-time('')", "NaN"},
      {"decimal-time('25:00')", "NaN"},
      {"decimal-time('6:00')", "NaN"},
      {"decimal-time(/data/clock) > 0.5", "true"},
  };
  expect_all(kCases);
}

TEST(DateFunctions, FormatsWriteEachCode) {
  constexpr Case kCases[] = {
      {"format-date('2024-03-09', '%Y-%m-%d')", "'2024-03-09'"},
      {"format-date('2024-03-09', '%d/%m/%y')", "'09/03/24'"},
      {"format-date('2024-03-09', '%e.%n.%Y')", "'9.3.2024'"},
      {"format-date('2024-03-09', '%b')", "'März'"},
      {"format-date('2024-04-09', '%b')", "'Apr'"},
      {"format-date('2024-03-09', '%a')", "'Sa'"},
      {"format-date('2024-03-10', '%a')", "'Sun'"},
      {"format-date('2024-03-09', '%a, %e %b %Y')", "'Sa, 9 März 2024'"},
      {"format-date('2024-03-09', 'plain')", "'plain'"},
      {"format-date('2024-03-09', '100%%')", "'100%'"},
      {"format-date('2024-03-09', '')", "''"},
      {"format-date('0024-03-09', '%Y')", "'0024'"},
      {"format-date('2021-01-03', '%W')", "'53'"},
      {"format-date('2024-01-01', '%W')", "'1'"},
      {"format-date('1969-12-31', '%W')", "'1'"},
      {"format-date('', '%Y')", "''"},
      {"format-date('soon', '%Y')", "''"},
      {"format-date(/data/born, '%d.%m.%Y')", "'29.02.1984'"},
      {"format-date(/data/blank, '%d.%m.%Y')", "''"},
      {"format-date(0, '%Y-%m-%d')", "'1970-01-01'"},
      {"format-date(today() + 1, '%d')", "'17'"},
      {"format-date('2024-03-09', '%Q')", "! 27 A format knows no '%Q'"},
      {"format-date('2024-03-09', '%')", "! 27 A format ends with %"},
      {"format-date('2024-03-09', concat('%', 'Q'))", "! A format knows no '%Q'"},
      {"format-date-time('2024-03-09T07:05:03.042+01:00', '%H:%M:%S.%3')", "'07:05:03.042'"},
      {"format-date-time('2024-03-09T07:05:03.042+01:00', '%h:%M')", "'7:05'"},
      {"format-date-time('2024-03-09T07:05:00.000Z', '%H:%M')", "'08:05'"},
      {"format-date-time('2024-07-09T07:05:00.000Z', '%H:%M')", "'09:05'"},
      {"format-date-time('2024-03-09', '%Y %H:%M')", "'2024 00:00'"},
      {"format-date-time(now(), '%d.%m. %H:%M')", "'16.03. 00:30'"},
      {"format-date-time(/data/met, '%H:%M')", "'09:30'"},
      {"format-date-time('13:45', '%H:%M')", "'13:45'"},
      {"format-date-time('13:45', '%Y %H:%M')", "''"},
      {"format-date-time('', '%H')", "''"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace tertulia::formats
