// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/report.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "firmware/domain/numbers/disclosure.h"
#include "firmware/domain/numbers/flags.h"
#include "firmware/domain/numbers/partition.h"
#include "firmware/domain/numbers/results.h"
#include "firmware/domain/numbers/tally.h"
#include "hub/numbers/releases.h"

namespace tertulia::hub {
namespace {

using numbers::Disclosure;
using numbers::Results;
using numbers::Tally;

using Forms = std::vector<Questionnaire>;
using Answered = std::vector<const Given*>;

// The newest version of the form: the last that was given.
const Questionnaire* newest_form(const Forms& forms, const std::string& id) {
  const auto found =
      std::find_if(forms.rbegin(), forms.rend(), [&](const auto& form) { return form.id == id; });
  return found == forms.rend() ? nullptr : &*found;
}

// The version that asked, else the newest one.
const Questionnaire* form_of(const Forms& forms, const Given& given) {
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const auto& form) {
    return form.id == given.form && form.hash == given.form_hash;
  });
  return found == forms.end() ? newest_form(forms, given.form) : &*found;
}

// What is said of one question, block by block.
struct Said {
  numbers::Counting counting = numbers::Counting::kEach;
  std::vector<Disclosure> blocks;

  void add(const Said& more) {
    counting = blocks.empty() || counting == more.counting ? more.counting : numbers::Counting::kEach;
    blocks.insert(blocks.end(), more.blocks.begin(), more.blocks.end());
  }
};
using SaidOfForm = std::map<std::string, Said>;

// Questions that one version of the form or another asked only some people.
std::set<std::string_view> conditional_in(const Forms& forms, const std::string& id) {
  std::set<std::string_view> names;
  for (const Questionnaire& form : forms)
    if (form.id == id)
      for (const Page& page : form.pages)
        for (const Question& question : page.questions)
          if (question.is_conditional) names.insert(question.name);
  return names;
}

// Every question of the form, also one that nobody answered: it must look like one that is hidden.
std::map<std::string, Tally> tallies_of(const numbers::TallySheet& sheet, const Questionnaire* form) {
  std::map<std::string, Tally> tallies = sheet.by_question();
  if (form != nullptr)
    for (const Page& page : form->pages)
      for (const Question& question : page.questions)
        if (asks(question.kind))
          tallies.try_emplace(
              question.name,
              Tally{sheet.took_part(), 0, numbers::counting_of(question.kind, !page.repeat.empty()), {}});
  return tallies;
}

void add(SaidOfForm& said, const Answered& part, const Forms& forms, numbers::Threshold k) {
  numbers::TallySheet sheet;
  for (const Given* each : part) sheet.add(each->answers, form_of(forms, *each));
  const std::string& id = part.front()->form;
  const auto conditional = conditional_in(forms, id);
  for (const auto& [question, tally] : tallies_of(sheet, newest_form(forms, id))) {
    const auto asked = conditional.contains(question) ? numbers::Asked::kSome : numbers::Asked::kEverybody;
    said[question].add({tally.counting, {numbers::disclose(tally, k, asked)}});
  }
}

// Of one form in one session.
struct SaidOfGroup {
  SaidOfForm all;
  SaidOfForm without_runs;
  bool has_runs = false;  // so many that the two are told apart
};

SaidOfGroup said_of(const Answered& members, const Forms& forms, std::uint64_t threshold) {
  std::map<std::tuple<std::string, BlockName>, Answered> blocks;
  for (const Given* each : members)
    if (each->block.number > 0) blocks[{each->programme, each->block}].push_back(each);
  SaidOfGroup said;
  for (const auto& [name, block] : blocks) {
    const auto k = threshold_of(block, threshold);
    // Its room saw it as a whole: no part of it is told.
    if (std::get<BlockName>(name).kind == BlockKind::kRoom) {
      add(said.all, block, forms, k);
      add(said.without_runs, block, forms, k);
      continue;
    }
    Answered runs = block;
    const auto others = std::stable_partition(runs.begin(), runs.end(), [&](const Given* each) {
      const Questionnaire* form = form_of(forms, *each);
      return form != nullptr && numbers::is_run(each->answers, *form);
    });
    const Answered rest(others, runs.end());
    runs.erase(others, runs.end());
    if (numbers::groups_of({runs.size(), rest.size()}, k).size() < 2) {
      add(said.all, block, forms, k);
      add(said.without_runs, block, forms, k);
      continue;
    }
    said.has_runs = true;
    for (const Answered& part : {runs, rest}) add(said.all, part, forms, k);
    add(said.without_runs, rest, forms, k);
  }
  return said;
}

// The order in which the form asks, then by name what it does not know.
std::vector<std::string> ordered_questions(const SaidOfForm& said, const Questionnaire* form) {
  std::vector<std::string> names;
  if (form != nullptr)
    for (const Page& page : form->pages)
      for (const Question& question : page.questions)
        if (said.contains(question.name)) names.push_back(question.name);
  for (const auto& [name, of_question] : said)
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return names;
}

// Builds the table group by group, and keeps for the totals what it told.
class ReportBuilder {
 public:
  ReportBuilder(const Forms& forms, std::uint64_t threshold, const Progress& progress)
      : forms_(forms), threshold_(threshold), progress_(progress) {}

  void add_group(const std::string& session, const std::string& form, const Answered& members) {
    const SaidOfGroup said = said_of(members, forms_, threshold_);
    append_all(session, form, said.all);
    if (said.has_runs) append_all(session + std::string(kWithoutRuns), form, said.without_runs);
    if (said.all.empty()) return;
    ++groups_[form];
    for (const auto& [question, of_question] : said.all) totals_[form][question].add(of_question);
  }

  // Of one programme, form and session: what is not shown yet.
  void add_waiting(const Answered& members) {
    const auto count = [&](const auto& counts) {
      return static_cast<std::uint64_t>(std::count_if(members.begin(), members.end(), counts));
    };
    const std::uint64_t waiting = count([](const Given* each) { return each->block.number == 0; });
    if (waiting == 0) return;
    const numbers::Stage stage = stage_of(members, progress_);
    if (!stage.closed)
      return append_waiting(members, in_steps(waiting, threshold_of(members, threshold_)), kOpen);
    if (!stage.complete) return append_waiting(members, waiting, kOnTheirWay);
    const std::uint64_t few = count([](const Given* each) { return is_free(*each); });
    if (few > 0) append_waiting(members, few, kNotEnough);
    if (waiting > few) append_waiting(members, waiting - few, kOnlyAsAWhole);
  }

  [[nodiscard]] Table finish() {
    for (const auto& [form, said] : totals_)
      if (groups_.at(form) > 1) append_all(std::string(kAllShown), form, said);
    return std::move(table_);
  }

 private:
  void append_all(const std::string& session, const std::string& form, const SaidOfForm& said) {
    const Questionnaire* asked = newest_form(forms_, form);
    for (const std::string& question : ordered_questions(said, asked)) {
      const Said& of_question = said.at(question);
      const bool is_known = asked != nullptr && asked->find(question) != nullptr;
      append_question({session, form, question},
                      numbers::results_of(of_question.blocks, of_question.counting), is_known);
    }
  }

  // A question that no form here asks is not named where it is hidden: that it is there would tell that
  // somebody was asked it.
  void append_question(const Row& left, const Results& results, bool is_known) {
    for (const auto& [value, share] : results.exact)
      append_count(left, value.text, share.of, std::to_string(share.count));
    for (const auto& [value, share] : results.at_least)
      append_count(left, value.text, share.of, "at least " + std::to_string(share.count));
    if (results.hidden > 0 && is_known) append_count(left, std::string(kNotShown), results.hidden, "");
  }

  void append_count(Row left, const std::string& value, std::uint64_t of, std::string count) {
    left.push_back(std::to_string(of));
    append(std::move(left), value, std::move(count));
  }

  void append_waiting(const Answered& members, std::uint64_t n, std::string_view why) {
    append({members.front()->session, members.front()->form, "", std::to_string(n)}, std::string(why), "");
  }

  void append(Row left, std::string value, std::string count) {
    left.push_back(std::move(value));
    left.push_back(std::move(count));
    table_.rows.push_back(std::move(left));
  }

  const Forms& forms_;
  std::uint64_t threshold_;
  const Progress& progress_;
  Table table_{{"session", "form", "question", "n", "value", "count"}, {}};
  std::map<std::string, SaidOfForm> totals_;
  std::map<std::string, int> groups_;
};

struct Groups {
  std::map<std::string, Answered> by_programme;  // the members of one session
  Answered shown;                                // those in blocks of this session
};

}  // namespace

Table make_report(const std::vector<Given>& submissions, const std::vector<Questionnaire>& forms,
                  std::uint64_t threshold, const Progress& progress) {
  std::map<std::pair<std::string, std::string>, Groups> sessions;  // by form and session
  std::map<std::string, Answered> together;                        // by form
  for (const Given& given : submissions) {
    Groups& groups = sessions[{given.form, given.session}];
    groups.by_programme[given.programme].push_back(&given);
    (given.block.kind == BlockKind::kTogether ? together[given.form] : groups.shown).push_back(&given);
  }
  ReportBuilder report(forms, threshold, progress);
  for (const auto& [group, members] : sessions) {
    report.add_group(group.second, group.first, members.shown);
    for (const auto& [programme, of_programme] : members.by_programme) report.add_waiting(of_programme);
  }
  for (const auto& [form, members] : together) report.add_group(std::string(kTogether), form, members);
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

Table make_over_budget(const std::vector<DeviceLine>& devices) {
  Table table{{"device", "over its budget: messages stayed there"}, {}};
  for (const DeviceLine& line : devices)
    if (!line.over_budget.empty())
      table.rows.push_back({line.programme + "/" + line.device, line.over_budget});
  return table;
}

}  // namespace tertulia::hub
