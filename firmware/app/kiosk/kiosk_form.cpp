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

// "[2]" of "age[2]".
std::string_view repetition_of(std::string_view name) {
  return name.substr(std::min(name.find('['), name.size()));
}

// The path of the repeat without the numbers of repetitions.
std::string plain_path(std::string_view path) {
  std::string plain;
  bool is_number = false;
  for (const char c : path) {
    if (c == '[') is_number = true;
    if (!is_number) plain += c;
    if (c == ']') is_number = false;
  }
  return plain;
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
  // The new pages stand where "Is there another one?" stood.
  const Paged after = paged(asking);
  const auto from = after.pages.begin() + static_cast<std::ptrdiff_t>(std::min(current, after.pages.size()));
  if (auto page = nearest_relevant(after.now, from, after.pages.end())) asking.page = *std::move(page);
  return asking;
}

std::optional<Asking> without_empty_one(const Asking& asking) {
  const Paged all = paged(asking);
  const std::vector<QuestionNow>& questions = all.now.questions;
  const std::size_t first = all.pages[all.current].first;
  const std::string& repeat = asking.form->pages[questions[first].page].repeat;
  const std::string_view repetition = repetition_of(questions[first].name);
  if (repeat.empty() || !questions[first].more_of.empty() || repetition.ends_with("[1]")) return std::nullopt;
  const auto begin = std::find_if(questions.begin(), questions.end(), [&](const QuestionNow& each) {
    return each.more_of.empty() && asking.form->pages[each.page].repeat == repeat &&
           repetition_of(each.name) == repetition;
  });
  if (begin != questions.begin() + static_cast<std::ptrdiff_t>(first)) return std::nullopt;
  for (std::size_t at = first; at < questions.size(); ++at) {
    const QuestionNow& each = questions[at];
    if (!each.more_of.empty() && plain_path(each.more_of) == repeat) {
      Asking shorter = asking;
      const std::string more = each.more_of;
      if (!shorter.run->remove_repetition(more).ok()) return std::nullopt;
      shorter = with_given(std::move(shorter));
      shorter.page = more;
      return shorter;
    }
    const bool is_of_it = each.more_of.empty() && repetition_of(each.name).starts_with(repetition);
    if (each.more_of.empty() && (!is_of_it || asking.submission.answers.contains(each.name)))
      return std::nullopt;
  }
  return std::nullopt;
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
