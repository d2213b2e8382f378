// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/export_answers.h"

#include <algorithm>
#include <utility>

#include "drivers/sealing/sealed_file.h"
#include "drivers/sqlite/inspection.h"
#include "firmware/files/replace_file.h"
#include "firmware/formats/answers_export/unique_names.h"
#include "firmware/formats/text/strings.h"
#include "firmware/program/draft_folder.h"
#include "firmware/program/export_folder.h"

namespace tertulia {
namespace {

using formats::counted;

constexpr const char* kDigests = "tertulia-answers.sha256";

// The versions of the form that the packs know, the oldest first.
std::vector<const Questionnaire*> versions_of(const std::string& form, const ExportRules& rules) {
  std::vector<const Questionnaire*> versions;
  for (const VisitPack& pack : rules.packs) {
    const Questionnaire* found = pack.questionnaire(form);
    const auto is_same = [&](const Questionnaire* known) { return known->hash == found->hash; };
    if (found && std::none_of(versions.begin(), versions.end(), is_same)) versions.push_back(found);
  }
  return versions;
}

numbers::Threshold threshold_of(const ExportRules& rules) {
  numbers::Threshold threshold;
  for (const VisitPack& pack : rules.packs)
    threshold = std::max(threshold, numbers::Threshold(pack.visit.privacy));
  return threshold;
}

Result<formats::ExportStyle> style_of(const ExportAnswersOptions& options, const ExportRules& rules) {
  formats::ExportStyle style;
  TRY(style.formats, formats::answer_formats_from(options.format));
  if (options.split) style.rows.selections = formats::Selections::kSplit;
  if (options.joined) style.rows.selections = formats::Selections::kJoined;
  if (options.mark) style.mark = formats::ByteOrderMark::kWritten;
  if (!options.labels) return style;
  const bool has_language = options.language.empty() && !rules.packs.empty();
  style.rows.labels = has_language ? rules.packs.back().visit.default_language() : options.language;
  return style;
}

// Where the files go. Sealed ones are made of files in `draft`, which lies in memory.
struct ExportPlace {
  std::filesystem::path folder;
  std::filesystem::path draft;  // the same as `folder` when nothing is sealed
  std::optional<SealingKey> key = {};
};

// What is not among the files, in numbers.
struct LeftOut {
  std::uint64_t erased = 0;
  std::uint64_t abandoned = 0;
  std::uint64_t unreadable = 0;
};

class AnswersExport {
 public:
  AnswersExport(sqlite::Inspection& inspection, const ExportRules& rules, formats::ExportStyle style,
                ExportPlace place)
      : inspection_(inspection), rules_(rules), style_(std::move(style)), place_(std::move(place)) {}

  Outcome write_all() {
    TRY_DONE(inspection_.at_one_moment([&] { return write_forms(); }));
    if (digests_.empty()) return Done{};
    return replace_file(place_.folder / kDigests, digests_);
  }
  [[nodiscard]] std::string words() const {
    std::string words = words_.empty() ? "There are no answers.\n" : words_;
    if (left_out_.erased > 0)
      words += "Not among them: " + counted(left_out_.erased, "answer") +
               " that the hub has and that are erased here.\n";
    if (left_out_.abandoned > 0)
      words += "Not among them: " + counted(left_out_.abandoned, "answer") +
               " of people who walked away, as the visit pack or the configuration says.\n";
    if (left_out_.unreadable > 0)
      words += "Not among them: " + counted(left_out_.unreadable, "answer") +
               " in damaged rows of the store. What of them is whole elsewhere in it, `tertulia export` "
               "writes for the hub.\n";
    return words;
  }
  [[nodiscard]] const std::string& problems() const { return problems_; }

 private:
  Outcome write_forms() {
    TRY(const auto forms, inspection_.forms());
    if (forms.empty()) return Done{};
    formats::UniqueNames unique;
    std::vector<std::string> names;  // of their files
    for (const std::string& form : forms) names.push_back(unique.take(formats::file_name_like(form)));
    TRY(const std::string mark, inspection_.mark());
    TRY_DONE(claim_export_folder(place_.folder, mark, names));
    TRY_DONE(remove_file(place_.folder / kDigests));
    for (std::size_t i = 0; i < forms.size(); ++i) TRY_DONE(write(forms[i], names[i]));
    return Done{};
  }

  Outcome hand_out(const std::string& form, LeftOut& left_out, const formats::TakeSubmission& take) const {
    left_out = {};  // it is handed out twice
    TRY(left_out.unreadable,
        inspection_.each_submission(form, [&](sqlite::ClosedSubmission closed) -> Outcome {
          const bool is_abandoned = closed.submission.state == SubmissionState::kAbandoned;
          left_out.erased += closed.is_erased ? 1 : 0;
          left_out.abandoned += is_abandoned && !rules_.keeps_abandoned ? 1 : 0;
          if (closed.is_erased || (is_abandoned && !rules_.keeps_abandoned)) return Done{};
          return take({std::move(closed.submission), closed.label});
        }));
    return Done{};
  }

  Outcome write(const std::string& form, const std::string& name) {
    LeftOut left_out;
    const formats::FormExport job{
        name, versions_of(form, rules_),
        [&](const formats::TakeSubmission& take) { return hand_out(form, left_out, take); },
        threshold_of(rules_)};
    auto made = formats::export_form(job, style_, place_.draft);
    if (!made.ok()) return problem_of(made.error());
    formats::FormExported& exported = made.value();
    if (place_.key) TRY_DONE(seal(exported.files));
    left_out_.erased += left_out.erased;
    left_out_.abandoned += left_out.abandoned;
    left_out_.unreadable += left_out.unreadable;
    say(form, exported);
    return Done{};
  }

  // What cannot be written to memory has another cure than what cannot be written to a stick.
  [[nodiscard]] Error problem_of(const Error& error) const {
    const bool is_of_draft = place_.key && error.message.find(place_.draft.string()) != std::string::npos;
    if (!is_of_draft) return error;
    return Error{"Sealed files are made in memory, in " + place_.draft.string() +
                 ", and there is not enough of it. Write one format at a time, like --format csv."};
  }

  Outcome seal(std::vector<WrittenFile>& files) const {
    for (WrittenFile& file : files) {
      const std::filesystem::path plain = file.path;
      const std::string name = plain.filename().string() + std::string(kSealedEnding);
      TRY(file, seal_file(*place_.key, plain, place_.folder / name));
      TRY_DONE(remove_file(plain));
    }
    return Done{};
  }

  void say(const std::string& form, const formats::FormExported& exported) {
    words_ += form + ": " + counted(exported.answers, "answer");
    if (exported.abandoned > 0)
      words_ += ", " + std::to_string(exported.abandoned) + " of them of people who walked away";
    words_ += ".\n";
    if (exported.unknown > 0)
      words_ += "  " + counted(exported.unknown, "answer") +
                " to a version of the form that is in no pack given with --pack: their names are as they "
                "were stored.\n";
    if (exported.withheld > 0)
      words_ += "  " + counted(exported.withheld, "answer") +
                " without session, room, time or language: too few people share them.\n";
    for (const WrittenFile& file : exported.files) {
      words_ += "  " + file.path.string() + "\n";
      digests_ += file.digest + "  " + file.path.filename().string() + "\n";
    }
    for (const std::string& problem : exported.problems)
      problems_.append(form).append(": ").append(problem).append("\n");
  }

  sqlite::Inspection& inspection_;
  const ExportRules& rules_;
  formats::ExportStyle style_;
  ExportPlace place_;
  LeftOut left_out_;
  std::string words_;
  std::string problems_;
  std::string digests_;
};

}  // namespace

ExportRules rules_of(std::vector<VisitPack> packs, const formats::Configuration& configuration) {
  const Privacy privacy = packs.empty() ? Privacy{} : packs.back().visit.privacy;
  const auto key = SealingKey::parse(privacy.contact_key);
  return {std::move(packs), formats::keeps_abandoned(configuration.kiosk, privacy),
          key.ok() ? std::optional(key.value()) : std::nullopt};
}

Result<std::string> export_answers(const ExportAnswersOptions& options,
                                   const formats::Configuration& configuration, const ExportRules& rules) {
  TRY(auto style, style_of(options, rules));
  if (options.sealed && !rules.key)
    return Error{
        "Nothing can be sealed: the visit pack names no key of the programme. Make one with `tertulia-hub "
        "make-contact-key` and write it into visit.toml, below [privacy], as contact_key."};
  TRY(auto inspection, sqlite::Inspection::open(configuration.store.path.string()));
  std::error_code exists;
  std::filesystem::create_directories(options.folder, exists);  // what is wrong with it is said below
  remove_left_drafts(options.drafts);
  ExportPlace place{options.folder, options.folder};
  std::optional<DraftFolder> draft;
  if (options.sealed) {
    TRY(auto made, DraftFolder::make(options.drafts));
    place.draft = draft.emplace(std::move(made)).path();
    place.key = rules.key;
  }
  AnswersExport answers(inspection, rules, std::move(style), std::move(place));
  TRY_DONE(answers.write_all());
  if (!answers.problems().empty()) return Error{answers.words() + answers.problems()};
  return answers.words();
}

}  // namespace tertulia
