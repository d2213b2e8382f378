// SPDX-License-Identifier: Apache-2.0
// XPath 1.0, sections 4.2 to 4.4: string(), number(), boolean().
#include "tests/formats/expressions/survey.h"

namespace tertulia::formats {
namespace {

TEST(Casts, ANumberThatIsNoNumberIsNaN) {
  constexpr Case kCases[] = {
      {"number('12')", "12"},
      {"number('12.50')", "12.5"},
      {"number('-0.5')", "-0.5"},
      {"number('  7  ')", "7"},
      {"number('')", "NaN"},
      {"number('   ')", "NaN"},
      {"number('seven')", "NaN"},
      {"number('1 000')", "NaN"},
      {"number('1e5')", "NaN"},
      {"number('NaN')", "NaN"},
      {"number('Infinity')", "NaN"},
      {"number('12abc')", "NaN"},
      {"number(true())", "1"},
      {"number(false())", "0"},
      {"number('true')", "NaN"},
      {"number(/data/age)", "42"},
      {"number(/data/blank)", "NaN"},
      {"number(/data/person/years)", "30"},
      {"number(/data/secret)", "NaN"},
      {"number('1970-01-01')", "0"},
      {"number('1970-01-02')", "1"},
      {"number('1969-12-31')", "-1"},
      {"number('2000-03-01')", "11017"},
      {"number('1970-01-02T00:00:00.000Z')", "1"},
      {"number('1970-01-01T12:00:00.000Z')", "0.5"},
      {"number('1970-01-01T12:00:00.000+12:00')", "0"},
      {"number('1970-01-01T00:00:00.000-06:00')", "0.25"},
      {"number('2023-02-29')", "NaN"},
      {"number('2024-02-29')", "19782"},
      {"number('2024-13-01')", "NaN"},
      {"number('24-01-01')", "NaN"},
      {"number('01/02/2024')", "NaN"},
      {"number('12:00')", "NaN"},
      {"number()", "42", "/data/age"},
      {"number(.)", "42", "/data/age"},
      {"number('123456789012345678')", "123456789012345680"},
      {"number(concat('1', '2'))", "12"},
  };
  expect_all(kCases);
}

TEST(Casts, ANumberIsWrittenWithItsShortestDigits) {
  constexpr Case kCases[] = {
      {"string(1)", "'1'"},
      {"string(1.0)", "'1'"},
      {"string(1.50)", "'1.5'"},
      {"string(-1)", "'-1'"},
      {"string(0)", "'0'"},
      {"string(-0)", "'0'"},
      {"string(0.1)", "'0.1'"},
      {"string(1 div 3)", "'0.3333333333333333'"},
      {"string(1 div 0)", "'Infinity'"},
      {"string(-1 div 0)", "'-Infinity'"},
      {"string(0 div 0)", "'NaN'"},
      {"string(1000000000000)", "'1000000000000'"},
      {"string(0.000001)", "'0.000001'"},
      {"string(1234567.891)", "'1234567.891'"},
      {"string(true())", "'true'"},
      {"string(false())", "'false'"},
      {"string('x')", "'x'"},
      {"string('')", "''"},
      {"string(/data/name)", "'Ana'"},
      {"string(/data/blank)", "''"},
      {"string(/data/person/called)", "'Ana'"},
      {"string(/data/home)", "'Main St12'"},
      {"string(/data/secret)", "''"},
      {"string(/data/person[called = 'Nobody'])", "''"},
      {"string()", "'Ana'", "/data/name"},
      {"string(.)", "'Ana'", "/data/name"},
      {"string(2 + 2)", "'4'"},
      {"string(1 = 1)", "'true'"},
  };
  expect_all(kCases);
}

TEST(Casts, ATextIsTrueWhenItIsThereWhateverItSays) {
  constexpr Case kCases[] = {
      {"boolean(1)", "true"},
      {"boolean(0)", "false"},
      {"boolean(-1)", "true"},
      {"boolean(0.1)", "true"},
      {"boolean(0 div 0)", "false"},
      {"boolean(1 div 0)", "true"},
      {"boolean('')", "false"},
      {"boolean(' ')", "true"},
      {"boolean('0')", "true"},
      {"boolean('false')", "true"},
      {"boolean(/data/no)", "true"},
      {"boolean(/data/person)", "true"},
      {"boolean(/data/person/years)", "true"},
      {"boolean(/data/person[called = 'Nobody'])", "false"},
      {"boolean(/data/person[3]/years)", "false"},
      {"boolean(true())", "true"},
      {"boolean(1 = 2)", "false"},
      {"not(true())", "false"},
      {"not(0)", "true"},
      {"not('')", "true"},
      {"not('no')", "false"},
      {"not(not(5))", "true"},
      {"true()", "true"},
      {"false()", "false"},
      {"boolean-from-string('true')", "true"},
      {"boolean-from-string('1')", "true"},
      {"boolean-from-string('0')", "false"},
      {"boolean-from-string('false')", "false"},
      {"boolean-from-string('yes')", "false"},
      {"boolean-from-string('TRUE')", "false"},
      {"boolean-from-string('')", "false"},
      {"boolean-from-string(/data/no)", "false"},
      {"boolean-from-string(1)", "true"},
      {"boolean-from-string(true())", "true"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace tertulia::formats
