// SPDX-License-Identifier: Apache-2.0
// A form file for each kind of thing that authors and programs make of one, tests/formats/forms/*. Beside
// each a .txt of the same name says what it is read as:
//   # what it is about
//   form pulse 2027.1: Title; en fr         the form; without this line there is none
//   page Title                              a page, then its questions; "page /data/r" is in that repeat
//     a Text*? en: Label fr: ...            name, kind, * required, ? conditional, texts
//       yes en: Yes                         a choice
//   repeat /data/r 20 en: Title             how often at most
//   calculated a /data/a                    a value that nobody is asked for
//   bind /data/a whole relevant: ...        what it has of a kind of value and of expressions
//   table towns: name, label, region        what expressions read, then its rows
//   wrong survey!C7: ...                    a finding
// What lies beside a form is in a folder of its name: "towns-media" for "towns.csv". Workbooks are written by
// tests/formats/make_forms, all else by hand. With TERTULIA_ACCEPT=1 in the environment the test writes the
// lines behind the comments anew: read them.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform.h"
#include "tests/formats/forms_beside.h"

namespace tertulia::formats {
namespace {

namespace fs = std::filesystem;

fs::path corpus() { return fs::path(TERTULIA_SOURCE_DIR) / "tests/formats/forms"; }

std::string words_of(const LocalizedText& text) {
  std::string words;
  for (const auto& [language, each] : text.all())
    words.append(" ").append(language).append(": ").append(squashed(each));
  return words;
}

std::string kind_name(const QuestionKind& kind) {
  constexpr std::array<const char*, std::variant_size_v<QuestionKind>> kNames{
      "SelectOne", "SelectMultiple", "Text",    "Integer", "Range",       "Note",
      "Date",      "Time",           "Decimal", "Ranking", "Acknowledge", "DateTime"};
  return kNames[kind.index()];
}

std::string lines_of(const Question& question) {
  std::string lines = "  " + question.name + " " + kind_name(question.kind) + (question.required ? "*" : "") +
                      (question.is_conditional ? "?" : "") + words_of(question.label) + "\n";
  if (!question.hint.empty()) lines += "    hint" + words_of(question.hint) + "\n";
  if (!question.required_message.empty())
    lines += "    if empty" + words_of(question.required_message) + "\n";
  if (!question.constraint_message.empty())
    lines += "    if not possible" + words_of(question.constraint_message) + "\n";
  if (const auto* choices = choices_of(question.kind))
    for (const Choice& choice : *choices) lines += "    " + choice.name + words_of(choice.label) + "\n";
  return lines;
}

std::string line_of(const Bind& bind) {
  constexpr std::array<const char*, 3> kNodes{"", " group", " repeat"};
  constexpr std::array<const char*, 5> kValues{"", " whole", " decimal", " date", " date and time"};
  std::string line = "bind " + bind.path + kNodes[static_cast<std::size_t>(bind.kind)] +
                     kValues[static_cast<std::size_t>(bind.type)];
  for (const auto& [name, text] :
       {std::pair{"relevant", &bind.relevant}, std::pair{"required", &bind.required},
        std::pair{"constraint", &bind.constraint}, std::pair{"calculation", &bind.calculation},
        std::pair{"read only", &bind.read_only}, std::pair{"default", &bind.default_value},
        std::pair{"trigger", &bind.trigger}, std::pair{"choices", &bind.choice_list},
        std::pair{"filter", &bind.choice_filter}, std::pair{"seed", &bind.choice_seed},
        std::pair{"count", &bind.repeat_count}})
    if (!text->empty()) line.append("; ").append(name).append(": ").append(*text);
  return line + (bind.is_randomized ? "; randomized" : "") + "\n";
}

std::string lines_of(const FormTable& table) {
  const auto joined = [](const std::vector<std::string>& cells) {
    std::string all;
    for (const std::string& cell : cells) all += (all.empty() ? " " : ", ") + cell;
    return all + "\n";
  };
  std::string lines = "table " + table.name + ":" + joined(table.columns);
  for (const auto& row : table.rows) lines += " " + joined(row);
  return lines;
}

std::string lines_of_logic(const Questionnaire& form) {
  std::string lines;
  for (const Repeat& repeat : form.repeats)
    lines += "repeat " + repeat.path + " " + std::to_string(repeat.at_most) + words_of(repeat.title) + "\n";
  for (const Calculated& value : form.calculated)
    lines += "calculated " + value.name + " " + value.path + "\n";
  for (const Bind& bind : form.binds) lines += line_of(bind);
  for (const FormTable& table : form.tables) lines += lines_of(table);
  return lines;
}

std::string lines_of(const Questionnaire& form) {
  std::string lines =
      "form " + form.id + (form.version.empty() ? "" : " " + form.version) + ":" + words_of(form.title) + ";";
  for (const Language& language : form.languages) lines += " " + language;
  for (const Page& page : form.pages) {
    lines += "\npage" + (page.repeat.empty() ? "" : " " + page.repeat) + words_of(page.title) + "\n";
    for (const Question& question : page.questions) lines += lines_of(question);
    lines.pop_back();
  }
  return lines + "\n" + lines_of_logic(form);
}

std::string listing(const SourceFile& source) {
  Findings findings;
  const Files media = media_of(corpus() / fs::path(source.name).filename());
  const auto form = read_form(source, "en", findings, beside_as(media));
  std::string lines = form ? lines_of(*form) : "";
  for (const Finding& finding : findings.all()) {
    lines += line_of(finding);
  }
  return lines;
}

class form_corpus : public testing::TestWithParam<std::string> {};

TEST_P(form_corpus, is_read_as_the_text_beside_it_says) {
  const fs::path path = corpus() / GetParam();
  const fs::path expected_path = path.string() + ".txt";
  const std::string expected = bytes_of(expected_path);
  const std::string comments = comments_of(expected);
  ASSERT_FALSE(comments.empty()) << expected_path << " has to say what the form is about";
  const std::string bytes = bytes_of(path);
  const std::string found = comments + listing({"forms/" + GetParam(), bytes});
  if (std::getenv("TERTULIA_ACCEPT") != nullptr) std::ofstream(expected_path, std::ios::binary) << found;
  EXPECT_EQ(found, expected);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(kinds, form_corpus, testing::ValuesIn(corpus_names(corpus())), test_name);

TEST(form_corpus_files, there_are_many_kinds) { EXPECT_GE(corpus_names(corpus()).size(), 90U); }

}  // namespace
}  // namespace tertulia::formats
