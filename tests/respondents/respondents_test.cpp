// SPDX-License-Identifier: Apache-2.0
// A person answers a form at a kiosk: tests/respondents/forms/*. Beside each form a .txt of the same name is
// the conversation:
//   # what it is about
//   > choose no, next                       what the person does, one after the other
//   2/3 why "Why not?" hint text [] Send    the page that they then see, and what stands on the button
//     ! Please choose an answer.            what the page says is wrong
//   sent {"likes":"no"}                     what was handed in
// What lies beside a form is in a folder of its name: "towns-media" for "towns.csv".
// The form goes through the reader, its logic through libxml2, the person through the kiosk: all real. With
// TERTULIA_ACCEPT=1 in the environment the test writes all lines but comments and '>' anew: read them.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "drivers/forms/xform_runner.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform.h"
#include "firmware/wire/answers.h"
#include "tests/app/visitor.h"
#include "tests/formats/forms_beside.h"

namespace tertulia::test {
namespace {

namespace fs = std::filesystem;
using formats::bytes_of;

fs::path respondents() { return fs::path(TERTULIA_SOURCE_DIR) / "tests/respondents/forms"; }

// What a person sees of a body: chosen ones in brackets.
struct BodyLine {
  static std::string buttons(const std::vector<ChoiceButton>& all) {
    std::string line;
    for (const ChoiceButton& button : all)
      line += button.chosen ? " [" + button.label + "]" : " " + button.label;
    return line;
  }
  std::string operator()(const ChoicesBody& body) const {
    return (body.several ? " several:" : " one:") + buttons(body.choices);
  }
  std::string operator()(const FacesBody& body) const { return " faces:" + buttons(body.faces); }
  std::string operator()(const ScaleBody& body) const {
    std::string line = " scale";
    for (const std::string& step : body.steps) line += " " + step;
    for (const ScaleRow& row : body.rows)
      line += "\n    " + row.question + (row.label.empty() ? "" : " \"" + row.label + "\"") +
              (row.chosen ? " = " + std::to_string(*row.chosen) : "");
    return line;
  }
  // As many of a long list as a line holds.
  std::string operator()(const SearchBody& body) const {
    constexpr std::size_t kFirst = 6;
    const std::size_t count = std::min(kFirst, body.found.size());
    const std::vector<ChoiceButton> first(body.found.begin(),
                                          body.found.begin() + static_cast<std::ptrdiff_t>(count));
    return " search [" + body.field.text + "]" + (body.field.keyboard.empty() ? "" : " keyboard") +
           (body.several ? " several:" : " one:") + buttons(body.chosen) + buttons(first) + " (" +
           body.count + ")";
  }
  std::string operator()(const TextBody& body) const { return " text [" + body.text + "]"; }
  std::string operator()(const NoteBody& body) const {
    return body.answer.empty() ? " note" : " note [" + body.answer + "]";
  }
  std::string operator()(const RankBody& body) const {
    std::string line = " rank:";
    for (const RankRow& row : body.rows) line += " " + row.label;
    return line;
  }
  std::string operator()(const StarsBody& body) const { return stars("stars", body); }
  std::string operator()(const SliderBody& body) const { return stars("slider", body); }
  static std::string stars(const std::string& name, const auto& body) {
    return " " + name + " of " + std::to_string(body.values.size()) +
           (body.chosen ? ": " + body.values[static_cast<std::size_t>(*body.chosen)] : "");
  }
};

std::string lines_of(const QuestionView& view) {
  std::string lines = std::to_string(view.number) + "/" + std::to_string(view.total) + " " + view.page;
  if (!view.group.empty()) lines += " (" + view.group + ")";
  lines += " \"" + view.headline + "\"";
  if (!view.hint.empty()) lines += " - " + view.hint + " -";
  lines += std::visit(BodyLine{}, view.body) + "; " + view.next;
  if (!view.skip.empty()) lines += ", " + view.skip;
  if (!view.problem.empty()) lines += "\n  ! " + view.problem;
  return plain(lines) + "\n";
}

class Person {
 public:
  explicit Person(Questionnaire form) {
    visitor_.forms = &runner_;
    visitor_.device_state.catalogues.add(Catalogue("fr",
                                                   {{"Next", {"Suivant"}},
                                                    {"decimal mark\4.", {","}},
                                                    {"DD/MM/YYYY", {"JJ/MM/AAAA"}},
                                                    {"I have read this and agree", {"J’ai lu et j’accepte"}}},
                                                   {}));
    visitor_.device_state.pack.visit.default_form = form.id;
    visitor_.device_state.pack.questionnaires = {std::move(form)};
    for (Session& session : visitor_.device_state.pack.agenda.sessions) session.form.clear();
    visitor_.state = fresh_kiosk(visitor_.context());
  }

  void does(const std::string& deed) {
    const std::size_t blank = std::min(deed.find(' '), deed.size());
    const std::string word = deed.substr(0, blank);
    const std::string rest = blank < deed.size() ? deed.substr(blank + 1) : "";
    if (word == "language") return visitor_.wants(intent::ChooseLanguage{rest});
    if (word == "begin") return visitor_.wants(intent::Begin{});
    if (word == "next") return visitor_.goes_on();
    if (word == "skip") return visitor_.wants(intent::Skip{});
    if (word == "back") return visitor_.wants(intent::Back{});
    if (word == "type") return visitor_.types(rest);
    if (word == "erase") return erase();
    if (word == "hide") return visitor_.wants(intent::PressKey{{KeyKind::kHide, "", ""}});
    if (word == "more") return visitor_.wants(intent::TurnList{});
    const std::size_t dot = rest.find(':');  // "step row:3" of a matrix
    const std::string page = visitor_.shows<QuestionView>().page;
    const std::string question = dot == std::string::npos ? page : rest.substr(0, dot);
    const std::string value = dot == std::string::npos ? rest : rest.substr(dot + 1);
    if (word == "choose") return visitor_.chooses(question, value);
    if (word == "step") return visitor_.wants(intent::ChooseStep{question, std::stoi(value)});
    ADD_FAILURE() << "nobody can " << word;
  }

  std::string sees() {
    if (visitor_.is_at<kiosk::Closing>()) {
      const std::string sent = "sent " + wire::answers_to_json(visitor_.sent().answers) + "\n";
      visitor_.storage_answers(true);
      return sent;
    }
    if (visitor_.is_at<kiosk::Attract>()) return "attract\n";
    return lines_of(visitor_.shows<QuestionView>());
  }

 private:
  void erase() {
    for (int presses = 0; presses < 50; ++presses)
      visitor_.wants(intent::PressKey{{KeyKind::kBackspace, "", ""}});
  }

  XFormRunner runner_;
  Visitor visitor_;
};

std::string conversation(const Questionnaire& form, const std::string& script) {
  std::string lines = formats::comments_of(script);
  Person person(form);
  std::istringstream all(script);
  for (std::string line; std::getline(all, line);) {
    if (!line.starts_with("> ")) continue;
    lines += line + "\n";
    for (const std::string& deed : formats::split(line.substr(2), ',')) person.does(formats::squashed(deed));
    lines += person.sees();
  }
  return lines;
}

class respondents_at_a_kiosk : public testing::TestWithParam<std::string> {};

TEST_P(respondents_at_a_kiosk, are_asked_as_the_author_of_the_form_meant) {
  const fs::path path = respondents() / GetParam();
  const fs::path script_path = path.string() + ".txt";
  const std::string script = bytes_of(script_path);
  ASSERT_FALSE(formats::comments_of(script).empty()) << script_path << " has to say what it is about";
  formats::Findings findings;
  const formats::Files media = formats::media_of(path);
  const auto form =
      formats::read_form({"forms/" + GetParam(), bytes_of(path)}, "en", findings, formats::beside_as(media));
  std::string said;
  for (const formats::Finding& finding : findings.all()) said += formats::line_of(finding);
  ASSERT_TRUE(form) << said;
  const std::string found = conversation(*form, script);
  if (std::getenv("TERTULIA_ACCEPT") != nullptr) std::ofstream(script_path, std::ios::binary) << found;
  EXPECT_EQ(found, script);
  EXPECT_FALSE(findings.any_wrong()) << said;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.substr(0, info.param.find('.'));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(forms, respondents_at_a_kiosk,
                         testing::ValuesIn(formats::corpus_names(respondents())), test_name);

}  // namespace
}  // namespace tertulia::test
