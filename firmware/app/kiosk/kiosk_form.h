// SPDX-License-Identifier: Apache-2.0
// One respondent's form on a kiosk: where they are in it, and what their answers make of it. Helpers of the
// kiosk. The run of the form belongs to one Asking and moves with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_pages.h"

namespace tertulia {

// Begins the form for a respondent, with the answers that the form gives by itself.
[[nodiscard]] kiosk::Asking with_run(kiosk::Asking asking, const KioskContext& context);
// Lets the form see the answers, and takes over what it calculates of them.
[[nodiscard]] kiosk::Asking with_logic(kiosk::Asking asking, const Now& now);

// What is handed in: the answers to questions that are relevant, and calculated values.
[[nodiscard]] Submission sendable(const kiosk::Asking& asking);

// The page that is being asked. Points into asking.form and asking.run.
[[nodiscard]] KioskPage current_page(const kiosk::Asking& asking);
// Names of the nearest relevant pages. None: there is none.
[[nodiscard]] std::optional<std::string> first_page(const kiosk::Asking& asking);
[[nodiscard]] std::optional<std::string> page_after(const kiosk::Asking& asking);
[[nodiscard]] std::optional<std::string> page_before(const kiosk::Asking& asking);

// The page that is being asked, and where it stands: page 2 of 5 that are relevant now. "Is there another
// one?" has the number of the page before it.
struct AskedNow {
  KioskPage page;
  int number = 1;
  int total = 1;
  bool is_last = false;
};
[[nodiscard]] AskedNow asked_now(const kiosk::Asking& asking);

inline constexpr std::string_view kOneMore = "yes";  // the choice of "Is there another one?"
// One more repetition, and its first page. The same page when there can be no more.
[[nodiscard]] kiosk::Asking with_one_more(kiosk::Asking asking);
// Who goes back out of a repetition that they opened and left as it was did not want it: it is taken away,
// and "Is there another one?" is asked again. None: the page is no such one.
[[nodiscard]] std::optional<kiosk::Asking> without_empty_one(const kiosk::Asking& asking);

// The title of the repeat that "Is there another one?" is about.
[[nodiscard]] std::string title_of(const kiosk::Asking& asking, const QuestionNow& more);
// A text of the form in the respondent's language, with answers put in, as seen from that question.
[[nodiscard]] std::string form_text(const kiosk::Asking& asking, const LocalizedText& text,
                                    std::string_view question);
// The picture of that name in the respondent's language; none when there is none.
[[nodiscard]] PackedPicture form_picture(const kiosk::Asking& asking, const LocalizedText& name);

}  // namespace tertulia
