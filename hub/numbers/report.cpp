// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/report.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "hub/numbers/tally.h"

namespace tertulia::hub {
namespace {

using Group = std::pair<std::string, std::string>;  // form, session

// The newest version of the form: the last that was given.
const Questionnaire* newest_form(const std::vector<Questionnaire>& forms, const std::string& id) {
  const auto found =
      std::find_if(forms.rbegin(), forms.rend(), [&](const auto& form) { return form.id == id; });
  return found == forms.rend() ? nullptr : &*found;
}

// The version that asked, else the newest one.
const Questionnaire* form_of(const std::vector<Questionnaire>& forms, const Given& given) {
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const auto& form) {
    return form.id == given.form && form.hash == given.form_hash;
  });
  return found == forms.end() ? newest_form(forms, given.form) : &*found;
}

// The order in which the form asks, then by name what it does not know.
std::vector<std::string> ordered_questions(const TallySheet& sheet, const Questionnaire* form) {
  std::vector<std::string> names;
  if (form != nullptr)
    for (const Page& page : form->pages)
      for (const Question& question : page.questions)
        if (sheet.by_question().contains(question.name)) names.push_back(question.name);
  for (const auto& [name, tally] : sheet.by_question())
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return names;
}

// Who answered one form in one session, and from how many answers on they are shown.
struct Respondents {
  TallySheet sheet;
  std::uint64_t threshold = kLeastThreshold;
};

// Builds the table group by group and keeps the sums of what it showed.
class ReportBuilder {
 public:
  explicit ReportBuilder(const std::vector<Questionnaire>& forms) : forms_(forms) {}

  void add_group(const Group& group, const Respondents& respondents) {
    const auto& [form, session] = group;
    const auto& [sheet, threshold] = respondents;
    if (sheet.submissions() < threshold)
      return append({session, form, "", std::to_string(sheet.submissions())}, std::string(kNotEnough), "");
    Total& total = totals_[form];
    ++total.sessions;
    for (const std::string& question : ordered_questions(sheet, newest_form(forms_, form))) {
      const Tally& tally = sheet.by_question().at(question);
      const Row left{session, form, question, std::to_string(tally.n)};
      if (tally.n < threshold) {
        append(left, std::string(kNotEnough), "");
      } else {
        append_counts(left, tally);
        total.sheet.add(question, tally);
      }
    }
  }

  [[nodiscard]] Table finish() {
    for (const auto& [form, total] : totals_)
      if (total.sessions > 1) append_total(form, total.sheet);
    return std::move(table_);
  }

 private:
  struct Total {
    TallySheet sheet;
    int sessions = 0;
  };

  void append_total(const std::string& form, const TallySheet& sheet) {
    for (const std::string& question : ordered_questions(sheet, newest_form(forms_, form))) {
      const Tally& tally = sheet.by_question().at(question);
      append_counts({std::string(kAllShown), form, question, std::to_string(tally.n)}, tally);
    }
  }

  void append_counts(const Row& left, const Tally& tally) {
    for (const auto& [value, count] : tally.counts) append(left, value.text, std::to_string(count));
  }

  void append(Row left, std::string value, std::string count) {
    left.push_back(std::move(value));
    left.push_back(std::move(count));
    table_.rows.push_back(std::move(left));
  }

  const std::vector<Questionnaire>& forms_;
  Table table_{{"session", "form", "question", "n", "value", "count"}, {}};
  std::map<std::string, Total> totals_;
};

}  // namespace

Table make_report(const std::vector<Given>& submissions, const std::vector<Questionnaire>& forms,
                  std::uint64_t threshold) {
  std::map<Group, Respondents> groups;
  for (const Given& given : submissions) {
    Respondents& group = groups[{given.form, given.session}];
    group.threshold = std::max({group.threshold, given.threshold, threshold});
    group.sheet.add(given.answers, form_of(forms, given));
  }
  ReportBuilder report(forms);
  for (const auto& [group, respondents] : groups) report.add_group(group, respondents);
  return report.finish();
}

Table make_slips(const std::vector<ClosingSlip>& slips) {
  Table table{{"room", "answers", "words"}, {}};
  for (const ClosingSlip& slip : slips)
    table.rows.push_back({slip.room, std::to_string(slip.receipted), slip.receipted_sum.words()});
  return table;
}

Table make_set_aside(const std::vector<SetAside>& groups) {
  Table table{{"not counted", "room", "form", "messages"}, {}};
  for (const SetAside& group : groups)
    table.rows.push_back({group.is_answer ? "answers, held back on their device" : "other messages",
                          group.room, group.form, std::to_string(group.rows)});
  return table;
}

Table make_status(const std::vector<DeviceLine>& devices) {
  Table table{{"device", "presence", "last seen", "held", "missing", "waiting there", "clock"}, {}};
  for (const DeviceLine& line : devices)
    table.rows.push_back({line.programme + "/" + line.device,
                          line.presence.empty() ? "unknown" : line.presence,
                          line.last_seen.empty() ? "never" : line.last_seen, std::to_string(line.held),
                          std::to_string(line.missing), std::to_string(line.pending), line.clock_quality});
  return table;
}

}  // namespace tertulia::hub
