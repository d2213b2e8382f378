// SPDX-License-Identifier: Apache-2.0
// What large forms cost to read: a household survey of 600 rows in three languages as a workbook, one of
// 10,000 rows, and a list of 100,000 choices.
#include <string>

#include <benchmark/benchmark.h>

#include "firmware/formats/xlsform/xlsform.h"
#include "tests/formats/workbooks.h"

namespace tertulia {
namespace {

using namespace formats;

constexpr const char* kLanguages[] = {"English (en)", "French (fr)", "Arabic (ar)"};

std::string cell(const std::string& name, const std::string& text) {
  return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

// A workbook with labels and hints in all languages.
std::string workbook(int questions) {
  std::string header = cell("A1", "type") + cell("B1", "name");
  for (int at = 0; at < 3; ++at)
    header +=
        cell(std::string(1, static_cast<char>('C' + at)) + "1", std::string("label::") + kLanguages[at]);
  for (int at = 0; at < 3; ++at)
    header += cell(std::string(1, static_cast<char>('F' + at)) + "1", std::string("hint::") + kLanguages[at]);
  std::string rows = "<row r=\"1\">" + header + "</row>";
  for (int question = 0; question < questions; ++question) {
    const std::string number = std::to_string(question + 2);
    std::string cells =
        cell("A" + number, question % 10 == 0 ? "integer" : "note") + cell("B" + number, "q" + number);
    for (char column = 'C'; column < 'I'; ++column)
      cells +=
          cell(column + number, "Question " + number + ": how often does this happen in your household?");
    rows += "<row r=\"" + number + "\">" + cells + "</row>";
  }
  return zipped(workbook_parts(rows));
}

std::string list_of(int choices) {
  std::string text = "survey\n,type,name,label\n,select_one l,q,Which?\nchoices\n,list_name,name,label\n";
  for (int choice = 0; choice < choices; ++choice)
    text += ",l,c" + std::to_string(choice) + ",Village " + std::to_string(choice) + "\n";
  return text;
}

void read(benchmark::State& state, const std::string& name, const std::string& bytes) {
  for (auto turn : state) {
    Findings findings;
    const auto form = read_form({name, bytes}, "en", findings);
    if (!form) state.SkipWithError("no form was read");
    benchmark::DoNotOptimize(form);
  }
}

void form_of_600_rows_in_3_languages(benchmark::State& state) { read(state, "forms/a.xlsx", workbook(600)); }
BENCHMARK(form_of_600_rows_in_3_languages)->Unit(benchmark::kMillisecond);

void form_of_10000_rows_in_3_languages(benchmark::State& state) {
  read(state, "forms/a.xlsx", workbook(9'999));
}
BENCHMARK(form_of_10000_rows_in_3_languages)->Unit(benchmark::kMillisecond);

// Each question is asked while one before it has an answer, and takes a number that is larger than that.
std::string form_with_conditions(int questions) {
  std::string text = "survey\n,type,name,label,relevant,constraint\n,integer,q0,Which?,,\n";
  for (int question = 1; question < questions; ++question) {
    const std::string number = std::to_string(question);
    const std::string other = "${q" + std::to_string(question * 7 / 8) + "}";
    text += (question % 10 == 0 ? ",integer,q" : ",note,q") + number + ",Which " + other + "?,\"" + other +
            " > 3 or selected(" + other + ", 'x')\"," + (question % 10 == 0 ? ". > " + other : "") + "\n";
  }
  return text;
}

void form_of_10000_rows_with_conditions(benchmark::State& state) {
  read(state, "forms/a.csv", form_with_conditions(10'000));
}
BENCHMARK(form_of_10000_rows_with_conditions)->Unit(benchmark::kMillisecond);

void form_with_a_list_of_100000_choices(benchmark::State& state) {
  read(state, "forms/a.csv", list_of(100'000));
}
BENCHMARK(form_with_a_list_of_100000_choices)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tertulia
