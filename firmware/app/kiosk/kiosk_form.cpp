// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_form.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include "firmware/app/kiosk/plain_run.h"

namespace tertulia {
namespace {

using kiosk::Asking;

// The form as it was cut for this respondent.
struct Paged {
  const FormNow& now;
  std::vector<PageRange> pages;
  std::size_t current = 0;
};

Paged paged(const Asking& asking) {
  Paged all{asking.run->now(), {}, 0};
  all.pages = kiosk_pages_of(*asking.form, all.now);
  const auto found = std::find_if(all.pages.begin(), all.pages.end(), [&](const PageRange& range) {
    return name_of(all.now, range) == asking.page;
  });
  if (found != all.pages.end()) all.current = static_cast<std::size_t>(found - all.pages.begin());
  return all;
}

template <class Iterator>
std::optional<std::string> nearest_relevant(const FormNow& now, Iterator from, Iterator end) {
  const auto found = std::find_if(from, end, [&](const PageRange& range) { return is_relevant(now, range); });
  if (found == end) return std::nullopt;
  return name_of(now, *found);
}

std::optional<std::string> name_behind(const Paged& all) {
  const auto current = all.pages.begin() + static_cast<std::ptrdiff_t>(all.current);
  return nearest_relevant(all.now, current + 1, all.pages.end());
}

// "2 of 5", counted in pages that are relevant now; "Is there another one?" is none of them.
void count_pages(const Paged& all, AskedNow& asked) {
  asked.number = asked.total = 0;
  for (std::size_t at = 0; at < all.pages.size(); ++at) {
    const bool is_question = all.now.questions[all.pages[at].first].more_of.empty();
    if (!is_question || !is_relevant(all.now, all.pages[at])) continue;
    ++asked.total;
    if (at <= all.current) ++asked.number;
  }
  asked.number = std::max(asked.number, 1);
  asked.total = std::max(asked.total, 1);
}

// Takes over what the form has answered since the last change.
Asking with_given(Asking asking) {
  for (const auto& [name, answer] : asking.run->now().given) {
    if (std::holds_alternative<std::monostate>(answer))
      asking.submission.answers.erase(name);
    else
      asking.submission.answers[name] = answer;
  }
  return asking;
}

// The name of an answer, or the path of a repeat: "age" and "[2][1]" of "age[2][1]", "/data/house/person" and
// "[2]" of "/data/house[2]/person".
struct Numbered {
  std::string plain;
  std::string numbers;  // of the repetitions in which it lies, the outer ones first
};
Numbered parted(std::string_view name) {
  Numbered parts;
  bool is_number = false;
  for (const char c : name) {
    is_number = is_number || c == '[';
    (is_number ? parts.numbers : parts.plain) += c;
    is_number = is_number && c != ']';
  }
  return parts;
}

// A repetition of a repeat in the form.
struct Repetition {
  std::string_view repeat;  // path of the repeat: "/data/house/person"
  std::string numbers;      // of this repetition and of those around it: "[2][1]"

  [[nodiscard]] bool is_first() const { return numbers.ends_with("[1]"); }
};

// The outer ones first.
std::vector<Repetition> repetitions_around(const Questionnaire& form, const QuestionNow& question) {
  std::vector<Repetition> around;
  const std::string& inner = form.pages[question.page].repeat;
  const std::string numbers = parted(question.name).numbers;
  std::size_t end = 0;
  for (const Repeat& repeat : form.repeats) {
    if (inner != repeat.path && !inner.starts_with(repeat.path + "/")) continue;
    end = numbers.find(']', end);
    if (end == std::string::npos) break;  // "Is there another one?" has no number
    around.push_back({repeat.path, numbers.substr(0, ++end)});
  }
  return around;
}

bool is_in(const Repetition& repetition, const Questionnaire& form, const QuestionNow& question) {
  const std::string inside = std::string(repetition.repeat) + "/";
  if (!question.more_of.empty()) {
    const auto [repeat, numbers] = parted(question.more_of);
    return repeat.starts_with(inside) && numbers.starts_with(repetition.numbers);
  }
  const std::string& repeat = form.pages[question.page].repeat;
  return (repeat == repetition.repeat || repeat.starts_with(inside)) &&
         parted(question.name).numbers.starts_with(repetition.numbers);
}

AnswerValue answer_in(const Answers& answers, const std::string& name) {
  const auto answer = answers.find(name);
  return answer == answers.end() ? AnswerValue() : answer->second;
}

}  // namespace

Asking with_run(Asking asking, const KioskContext& context) {
  const bool has_logic = context.forms && !asking.form->binds.empty();
  Respondent respondent;
  respondent.language = asking.submission.language;
  respondent.seed = std::hash<std::string>{}(asking.submission.id.text());
  respondent.zone = context.device_state.pack.visit.zone;
  respondent.time = context.now.wall;
  asking.run = has_logic ? context.forms->begin(asking.form, respondent) : plain_run(asking.form);
  return with_given(std::move(asking));
}

Asking with_logic(Asking asking, const Now& now) {
  asking.run->take(asking.submission.answers, now.wall);
  return with_given(std::move(asking));
}

Submission sendable(const Asking& asking) {
  std::unordered_set<std::string_view> calculated;
  for (const Calculated& value : asking.form->calculated) calculated.insert(value.name);
  std::unordered_set<std::string_view> asked;
  for (const QuestionNow& question : asking.run->now().questions)
    if (question.is_relevant && question.more_of.empty()) asked.insert(question.name);
  Submission submission = asking.submission;
  std::erase_if(submission.answers, [&](const auto& answer) {
    return !asked.contains(answer.first) && !calculated.contains(question_of(answer.first));
  });
  return submission;
}

KioskPage current_page(const Asking& asking) {
  const Paged all = paged(asking);
  return page_in(*asking.form, all.now, all.pages[all.current]);
}

std::optional<std::string> first_page(const Asking& asking) {
  const Paged all = paged(asking);
  return nearest_relevant(all.now, all.pages.begin(), all.pages.end());
}

std::optional<std::string> page_after(const Asking& asking) { return name_behind(paged(asking)); }

std::optional<std::string> page_before(const Asking& asking) {
  const Paged all = paged(asking);
  const auto current = all.pages.begin() + static_cast<std::ptrdiff_t>(all.current);
  return nearest_relevant(all.now, std::make_reverse_iterator(current), all.pages.rend());
}

AskedNow asked_now(const Asking& asking) {
  const Paged all = paged(asking);
  AskedNow asked;
  asked.page = page_in(*asking.form, all.now, all.pages[all.current]);
  asked.is_last = !name_behind(all);
  count_pages(all, asked);
  return asked;
}

Asking with_one_more(Asking asking) {
  const std::size_t current = paged(asking).current;
  if (!asking.run->add_repetition(asking.page).ok()) return asking;
  asking = with_given(std::move(asking));
  asking.opened = asking.run->now().given;
  // The new pages stand where "Is there another one?" stood.
  const Paged after = paged(asking);
  const auto from = after.pages.begin() + static_cast<std::ptrdiff_t>(std::min(current, after.pages.size()));
  if (auto page = nearest_relevant(after.now, from, after.pages.end())) asking.page = *std::move(page);
  return asking;
}

std::optional<Asking> without_empty_one(const Asking& asking) {
  const Paged all = paged(asking);
  const auto page = all.now.questions.begin() + static_cast<std::ptrdiff_t>(all.pages[all.current].first);
  const auto end = all.now.questions.end();
  for (const Repetition& repetition : repetitions_around(*asking.form, *page)) {
    const auto is_inside = [&](const QuestionNow& each) { return is_in(repetition, *asking.form, each); };
    const auto is_untouched = [&](const QuestionNow& each) {
      return !each.more_of.empty() ||
             answer_in(asking.submission.answers, each.name) == answer_in(asking.opened, each.name);
    };
    const auto behind = std::find_if_not(page, end, is_inside);
    const bool is_last = behind != end && parted(behind->more_of).plain == repetition.repeat;
    if (repetition.is_first() || !is_last ||
        std::find_if(all.now.questions.begin(), end, is_inside) != page ||
        !std::all_of(page, behind, is_untouched))
      continue;
    Asking shorter = asking;
    shorter.page = behind->more_of;
    if (!shorter.run->remove_repetition(shorter.page).ok()) return std::nullopt;
    return with_given(std::move(shorter));
  }
  return std::nullopt;
}

std::string title_of(const Asking& asking, const QuestionNow& more) {
  const std::string path = parted(more.more_of).plain;
  const auto& repeats = asking.form->repeats;
  const auto repeat =
      std::find_if(repeats.begin(), repeats.end(), [&](const Repeat& each) { return each.path == path; });
  if (repeat == repeats.end()) return {};
  // As seen from the question before it, which lies in the same repetitions.
  std::string_view before;
  for (const QuestionNow& each : asking.run->now().questions) {
    if (each.more_of == more.more_of) break;
    if (each.more_of.empty()) before = each.name;
  }
  return form_text(asking, repeat->title, before);
}

std::string form_text(const Asking& asking, const LocalizedText& text, std::string_view question) {
  const std::string& words = text.in(asking.submission.language, asking.form->default_language);
  if (words.find("${") == std::string::npos) return words;
  return asking.run->filled(words, question);
}

PackedPicture form_picture(const Asking& asking, const LocalizedText& name) {
  return asking.form->picture(name.in(asking.submission.language, asking.form->default_language));
}

}  // namespace tertulia
