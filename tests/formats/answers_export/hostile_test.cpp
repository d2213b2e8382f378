// SPDX-License-Identifier: Apache-2.0
// Whatever somebody typed comes out of every file as it was, and is a formula nowhere.
#include <random>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "firmware/formats/answers_export/workbook.h"
#include "tests/formats/answers_export/reading.h"
#include "tests/formats/answers_export/survey.h"
#include "tests/support/full_disk.h"
#include "tests/support/hostile_texts.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// What XML cannot hold is U+FFFD in the submissions of ODK.
std::string as_in_xml(const std::string& text) {
  std::string written;
  for (const char c : text) {
    const bool has_no_place = c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r';
    written += has_no_place ? "\uFFFD" : std::string(1, c);
  }
  return written;
}

// ECMA-376, ST_Xstring.
std::string as_in_a_cell(const std::string& text) {
  if (text.starts_with("_x0041_")) return "_x005F" + text;
  std::string written;
  for (const char c : text) {
    const bool has_no_place = c >= 0 && c < ' ' && c != '\t' && c != '\n';
    written += has_no_place ? fmt::format("_x{:04X}_", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return written;
}

void give_texts(Exports& exports, const Questionnaire& form, const std::vector<std::string>& texts) {
  exports.versions = {&form};
  for (const std::string& each : texts)
    exports.answers.push_back(stored(static_cast<int>(exports.answers.size()), form, {{"town", each}}));
}

TEST(hostile_texts, come_out_of_every_file_as_they_were_typed) {
  const Questionnaire form = first_version();
  const auto texts = hostile_texts();
  Exports exports;
  give_texts(exports, form, texts);
  exports.write();
  const auto csv = records_in_csv(exports.read("survey.csv"));
  const auto submissions = submissions_in(exports.read("survey.odk.zip"));
  std::istringstream lines(exports.read("survey.jsonl"));
  ASSERT_EQ(csv.size(), texts.size());
  for (std::size_t at = 0; at < texts.size(); ++at) {
    EXPECT_EQ(csv[at].at("where/town"), texts[at]);
    const Xml xml(submissions.at(exports.answers[at].submission.id.text()));
    EXPECT_EQ(xml.one("/data/where/town"), as_in_xml(texts[at]));
    std::string line;
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(nlohmann::json::parse(line).at("where/town"), texts[at]);
  }
}

// The reader of tables trims and cleans what it reads, so the sheet itself is looked at.
TEST(hostile_texts, are_strings_in_the_cells_of_a_workbook) {
  const Questionnaire form = first_version();
  const auto texts = hostile_texts();
  Exports exports;
  give_texts(exports, form, texts);
  exports.write();
  const auto members = read_zip(exports.read("survey.xlsx"));
  ASSERT_TRUE(members.ok());
  const std::string& sheet = members.value().at("xl/worksheets/sheet1.xml");
  EXPECT_EQ(sheet.find("<f>"), std::string::npos);
  const Xml xml(sheet);
  const auto cells = xml.all("//*[local-name()='c'][starts-with(@r, 'B')]");
  ASSERT_EQ(cells.size(), texts.size() + 1);
  for (std::size_t at = 0; at < texts.size(); ++at) {
    EXPECT_EQ(cells[at + 1], as_in_a_cell(texts[at]));
  }
}

TEST(hostile_texts, that_a_cell_cannot_hold_are_cut_with_a_word) {
  const Questionnaire form = first_version();
  Exports exports;
  give_texts(
      exports, form,
      {std::string(WorkbookWriter::kLongestCell, 'a'), std::string(WorkbookWriter::kLongestCell + 1, 'b')});
  exports.write();
  const auto rows = records_in_sheet(exports.read("survey.xlsx"), "survey");
  EXPECT_EQ(rows.at(0).at("where/town"), std::string(WorkbookWriter::kLongestCell, 'a'));
  EXPECT_EQ(rows.at(1).at("where/town"), std::string(WorkbookWriter::kLongestCell - 5, 'b') + "[cut]");
  EXPECT_EQ(records_in_csv(exports.read("survey.csv")).at(1).at("where/town").size(),
            WorkbookWriter::kLongestCell + 1);
}

TEST(negative_numbers, stay_numbers_in_csv) {
  const Questionnaire form = second_version();
  Exports exports;
  exports.versions = {&form};
  exports.answers = {stored(1, form, {{"age", whole(-7)}, {"called[1]", "-7"}})};
  exports.write();
  EXPECT_THAT(exports.read("survey.csv"), HasSubstr(",-7,"));
  EXPECT_THAT(exports.read("survey.person.csv"), HasSubstr("\"'-7\","));
}

TEST(a_form_with_too_many_columns_for_a_workbook, comes_out_in_the_other_formats) {
  LogicForm wide;
  for (int at = 0; at < 17; ++at) {
    SelectMultiple list;
    for (int choice = 0; choice < 990; ++choice) list.choices.push_back({"c" + std::to_string(choice), {}});
    wide.asks("q" + std::to_string(at), std::move(list));
  }
  Exports exports;
  exports.versions = {&wide.form()};
  exports.answers = {stored(1, wide.form(), {{"q3", names({"c7"})}})};
  const FormExported exported = exports.write();
  EXPECT_THAT(exported.problems, ElementsAre(HasSubstr("16384 at most: write it with --joined, or as csv")));
  EXPECT_THAT(exports.read("survey.csv"), AllOf(HasSubstr("\"q3/c7\""), HasSubstr(",1,")));
}

TEST(a_workbook_on_a_full_disk, is_refused_and_the_old_one_stays) {
  for (const rlim_t bytes : {2'000U, 20'000U, 80'000U, 200'000U}) {
    const ScratchFolder folder;
    folder.write("a.xlsx", "old");
    std::mt19937 random(7);
    const auto write = [&]() -> Outcome {
      const FullDisk full(bytes);
      TRY(auto book, WorkbookWriter::begin(folder / "a.xlsx"));
      TRY([[maybe_unused]] const auto sheet, book.add_sheet("a", {"q"}));
      for (int row = 0; row < 5'000; ++row) TRY_DONE(book.add_row(0, {std::to_string(random())}));
      TRY([[maybe_unused]] const auto digest, book.commit());
      return Done{};
    };
    const Outcome written = write();
    ASSERT_FALSE(written.ok()) << bytes;
    EXPECT_THAT(written.error().message, HasSubstr("check the free space"));
    EXPECT_EQ(folder.read("a.xlsx"), "old");
    EXPECT_EQ(folder.size(), 1U) << "nothing is left beside it";
  }
}

// Random answers to both versions and to a lost one: each is found in each format.
TEST(every_answer, is_found_in_every_format) {
  const Questionnaire first = first_version();
  const Questionnaire second = second_version();
  Questionnaire lost = first;
  lost.hash = std::string(64, '0');
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    const auto up_to = [&](std::size_t most) {
      return std::uniform_int_distribution<std::size_t>(0, most)(random);
    };
    Exports exports;
    exports.versions = {&first, &second};
    std::vector<std::string> marks;
    for (int number = 0; number < 12; ++number) {
      const Questionnaire& form = *std::vector<const Questionnaire*>{&first, &second, &lost}[up_to(2)];
      Answers answers;
      for (const std::string name : {"town", "mood", "age", "called", "to", "total", "never-heard-of"}) {
        std::string full = name;
        for (std::size_t depth = up_to(2); depth > 0; --depth)
          full += "[" + std::to_string(1 + up_to(3)) + "]";
        marks.push_back("mark" + std::to_string(marks.size()) + "end");
        answers[full] = up_to(3) == 0 ? names({marks.back(), "bus"}) : text(marks.back());
      }
      exports.answers.push_back(stored(number, form, std::move(answers)));
    }
    const FormExported exported = exports.write();
    std::string csv;
    std::string xml;
    for (const WrittenFile& file : exported.files)
      if (file.path.extension() == ".csv" && !file.path.string().ends_with("codebook.csv"))
        csv += exports.read(file.path.filename());
    for (const auto& [id, submission] : submissions_in(exports.read("survey.odk.zip"))) xml += submission;
    std::string book;
    const auto members = read_zip(exports.read("survey.xlsx"));
    for (const auto& [name, member] : members.value())
      if (name.starts_with("xl/worksheets/sheet")) book += member;
    const std::string json = exports.read("survey.jsonl");
    for (const std::string& mark : marks)
      for (const std::string_view file :
           {std::string_view(csv), std::string_view(xml), std::string_view(book), std::string_view(json)})
        ASSERT_NE(file.find(mark), std::string::npos) << mark << ", seed " << seed;
  }
}

}  // namespace
}  // namespace tertulia::formats
