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

const Questionnaire* find_form(const std::vector<Questionnaire>& forms, const std::string& id) {
  const auto found =
      std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.id == id; });
  return found == forms.end() ? nullptr : &*found;
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

// Builds the table group by group and keeps the sums of what it showed.
class ReportBuilder {
 public:
  ReportBuilder(const std::vector<Questionnaire>& forms, std::uint64_t threshold)
      : forms_(forms), threshold_(threshold) {}

  void add_group(const Group& group, const TallySheet& sheet) {
    const auto& [form, session] = group;
    if (sheet.submissions() < threshold_)
      return append({session, form, "", std::to_string(sheet.submissions())}, std::string(kNotEnough), "");
    Total& total = totals_[form];
    ++total.sessions;
    for (const std::string& question : ordered_questions(sheet, find_form(forms_, form))) {
      const Tally& tally = sheet.by_question().at(question);
      const Row left{session, form, question, std::to_string(tally.n)};
      if (tally.n < threshold_) {
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
    for (const std::string& question : ordered_questions(sheet, find_form(forms_, form))) {
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
  std::uint64_t threshold_;
  Table table_{{"session", "form", "question", "n", "value", "count"}, {}};
  std::map<std::string, Total> totals_;
};

}  // namespace

Table make_report(const std::vector<Given>& submissions, const std::vector<Questionnaire>& forms,
                  std::uint64_t threshold) {
  std::map<Group, TallySheet> groups;
  for (const Given& given : submissions)
    groups[{given.form, given.session}].add(given.answers, find_form(forms, given.form));
  ReportBuilder report(forms, threshold);
  for (const auto& [group, sheet] : groups) report.add_group(group, sheet);
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
