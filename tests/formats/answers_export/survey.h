// SPDX-License-Identifier: Apache-2.0
// A household survey in two versions, answers to it, and an export of them into a folder of the test.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/formats/answers_export/form_export.h"
#include "tests/support/logic_form.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::formats {

inline LocalizedText in_two_languages(const std::string& english, const std::string& french) {
  LocalizedText text("en", english);
  text.set("fr", french);
  return text;
}

// Version 1: mood, where/town, where/reached (select_multiple), age as a text.
inline Questionnaire first_version() {
  LogicForm form;
  form.asks("mood", SelectOne{choices({"good", "bad"})});
  form.group("where");
  form.asks("where/town");
  form.asks("where/reached", SelectMultiple{choices({"bus", "tram"}), {}});
  form.asks("age");
  form.form().id = "survey";
  form.form().version = "1";
  form.form().hash = std::string(64, '1');
  form.form().languages = {"en", "fr"};
  return form.form();
}

// Version 2: without town; age is a number; reached has one choice more; persons with their trips; a sum.
inline Questionnaire second_version() {
  LogicForm form;
  form.asks("mood", SelectOne{choices({"good", "bad", "so-so"})});
  form.group("where");
  form.asks("where/reached", SelectMultiple{choices({"bus", "tram", "foot"}), {}});
  form.asks("age", Integer{});
  form.repeat("person");
  form.asks("person/called");
  form.repeat("person/trip");
  form.asks("person/trip/to");
  form.makes("total");
  Questionnaire& made = form.form();
  made.id = "survey";
  made.version = "2";
  made.hash = std::string(64, '2');
  made.title = in_two_languages("Survey", "Enquête");
  made.languages = {"en", "fr"};
  made.pages[0].questions[0].label = in_two_languages("How was it?", "C’était comment ?");
  made.pages[0].questions[0].hint = in_two_languages("Be honest", "Soyez franc");
  return made;
}

inline StoredSubmission stored(int number, const Questionnaire& form, Answers answers) {
  StoredSubmission stored;
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t at = 0; at < 4; ++at) bytes[at] = static_cast<std::uint8_t>(number >> (8 * at));
  stored.submission = {SubmissionId(bytes),         form.id,           form.hash, "magna", "opening", "en",
                       SubmissionState::kSubmitted, std::move(answers)};
  stored.label = WallTime(std::chrono::hours(24 * 20900));
  return stored;
}

class Exports {
 public:
  std::vector<const Questionnaire*> versions;
  std::vector<StoredSubmission> answers;
  ExportStyle style{answer_formats_from("all").value(), {}, ByteOrderMark::kNone};

  FormExported write() const {
    const EachSubmission each = [&](const TakeSubmission& take) -> Outcome {
      for (const StoredSubmission& one : answers) TRY_DONE(take(one));
      return Done{};
    };
    auto exported = export_form({"survey", versions, each, {}}, style, folder_.path());
    EXPECT_TRUE(exported.ok()) << (exported.ok() ? "" : exported.error().message);
    return exported.ok() ? std::move(exported).value() : FormExported{};
  }
  [[nodiscard]] const ScratchFolder& folder() const { return folder_; }
  [[nodiscard]] std::string read(const std::string& name) const { return folder_.read(name); }

 private:
  ScratchFolder folder_;
};

}  // namespace tertulia::formats
