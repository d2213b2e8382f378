// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_rooms.h"

#include "firmware/app/text/labels.h"
#include "tests/ui/screens/sample_logo.h"
#include "tests/ui/screens/sample_signs.h"

using namespace std::chrono_literals;

namespace tertulia::test {
namespace {

enum class Speech { kEnglish, kArabic };

// Inserted values in isolates, as the appliance does it.
std::string with(std::string_view pattern, std::initializer_list<std::string> values) {
  Values named;
  static constexpr std::string_view kNames[] = {"a", "b", "c"};
  for (const std::string& value : values) named.emplace_back(kNames[named.size()], value);
  return fill(pattern, named);
}

RoomView room_english() {
  RoomView view;
  view.tongue = tongue_of("en");
  view.room = "Sala Magna";
  view.visit = "Exchange visit, day 2 of 4";
  view.chip = Chip{"7 min behind", Tone::kAmber};
  view.clock = "10:42";
  view.kicker = "Round table · segment 2 of 4";
  view.title = "Status of the artist: what the new law changed";
  view.speaker = "Presentation by the visiting peer — Costa Rica";
  view.countdown = "08:24";
  view.bar = TimeBar{580, 800, 940};
  view.started = "started 10:30";
  view.ends = "20 min · ends 10:50";
  view.coming_up_label = "Coming up";
  view.coming_up = {{"10:50", "Response by the hosting peer", "10 min", SegmentKind::kResponse},
                    {"11:00", "Open discussion", "25 min", SegmentKind::kDiscussion},
                    {"11:25", "Coffee", "15 min", SegmentKind::kBreak},
                    {"11:40", "Focus groups", "45 min · 3 rooms", SegmentKind::kGroups},
                    {"12:25", "Key learning points", "20 min", SegmentKind::kLearningPoints}};
  view.outcome_label = "What we want to leave with";
  view.outcome =
      "One page: the three clauses that could travel to our own context, and what would have to change "
      "first.";
  return view;
}

RoomView room_arabic() {
  RoomView view = room_english();
  view.tongue = tongue_of("ar");
  view.visit = with("{a}، اليوم {b} من {c}", {"زيارة تبادل", "2", "4"});
  view.chip = Chip{with("متأخرون {a} دقائق", {"7"}), Tone::kAmber};
  view.kicker = with("مائدة مستديرة · الفقرة {a} من {b}", {"2", "4"});
  view.title = "وضع الفنان: ما الذي غيّره القانون الجديد";
  view.speaker = with("{a} — {b}", {"عرض النظير الزائر", "Costa Rica"});
  view.started = with("بدأت الساعة {a}", {"10:30"});
  view.ends = with("{a} دقيقة · تنتهي الساعة {b}", {"20", "10:50"});
  view.coming_up_label = "فيما يلي";
  view.coming_up = {{"10:50", "رد النظير المضيف", with("{a} دقائق", {"10"}), SegmentKind::kResponse},
                    {"11:00", "Open discussion", with("{a} دقيقة", {"25"}), SegmentKind::kDiscussion},
                    {"11:25", "قهوة", with("{a} دقيقة", {"15"}), SegmentKind::kBreak}};
  view.outcome_label = "ما نريد أن نخرج به";
  view.outcome = "صفحة واحدة: البنود الثلاثة التي يمكن نقلها إلى سياقنا، وما يجب أن يتغير أولًا.";
  return view;
}

RoomView alone(RoomView view) {
  view.step = Chip{"Not in step", Tone::kMuted};
  return view;
}

RoomView over(RoomView view) {
  const bool arabic = view.tongue.right_to_left;
  view.countdown = "-01:20";
  view.tone = Tone::kRed;
  view.state = with(arabic ? "تجاوز الوقت بمقدار {a}" : "Over by {a}", {"01:20"});
  view.bar = TimeBar{1000, 800, 940};
  return view;
}

RoomView paused(RoomView view) {
  view.tone = Tone::kPaused;
  view.state = view.tongue.right_to_left ? "متوقفة مؤقتًا" : "Paused";
  view.countdown = "1:08:24";
  return view;
}

RoomView with_clocks(RoomView view) {
  const bool arabic = view.tongue.right_to_left;
  view.clocks = {{arabic ? "مداخلة" : "Intervention", "00:24", Tone::kAmber},
                 {arabic ? "المجموعة 1" : "Group 1", "12:30", Tone::kCalm}};
  return view;
}

RoomView between(RoomView view) {
  const bool arabic = view.tongue.right_to_left;
  view.chip.reset();
  view.kicker = arabic ? "التالي في هذه القاعة" : "Next in this room";
  view.speaker.clear();
  view.started.clear();
  view.ends.clear();
  view.outcome.clear();
  view.bar.reset();
  view.tone = Tone::kMuted;
  view.state = arabic ? "حتى البداية" : "until we start";
  view.coming_up.clear();
  return view;
}

DoorView door_closed(Speech speech) {
  const bool arabic = speech == Speech::kArabic;
  DoorView view;
  view.tongue = tongue_of(arabic ? "ar" : "en");
  view.state = DoorState::kClosedSession;
  view.room = "Sala Verde";
  view.clock = "10:42";
  view.kicker = arabic ? "جلسة مغلقة" : "Closed session";
  view.headline = with(arabic ? "الجلسة منعقدة حتى {a}" : "In session until {a}", {"11:25"});
  view.detail = arabic ? "بدعوة خاصة. لا يُسجَّل أي شيء يُقال في هذه القاعة."
                       : "By invitation. Nothing said in this room is recorded.";
  view.next_time = "11:40";
  view.next_title = arabic ? "مجموعة تركيز — الموسيقى والمسرح" : "Focus group — music and stage";
  view.next_access = arabic ? "مفتوحة للجميع" : "open to all";
  return view;
}

DoorView door_open(Speech speech) {
  const bool arabic = speech == Speech::kArabic;
  DoorView view = door_closed(speech);
  view.state = DoorState::kOpenSession;
  view.kicker = arabic ? "جلسة مفتوحة" : "Open session";
  view.detail = view.headline;
  view.headline =
      arabic ? "وضع الفنان: ما الذي غيّره القانون الجديد" : "Status of the artist: what the new law changed";
  return view;
}

DoorView door_free(Speech speech) {
  DoorView view = door_closed(speech);
  view.state = DoorState::kFree;
  view.kicker = view.detail = {};
  view.headline = with(speech == Speech::kArabic ? "متاحة حتى {a}" : "Free until {a}", {"11:40"});
  return view;
}

}  // namespace

std::vector<SampleView> sample_rooms() {
  std::vector<SampleView> all;
  const auto add = [&all](std::string_view name, const Language& language, View view) {
    all.push_back({std::string(name), language, std::move(view)});
  };
  for (const Speech speech : {Speech::kEnglish, Speech::kArabic}) {
    const Language language = speech == Speech::kArabic ? "ar" : "en";
    const RoomView room = speech == Speech::kArabic ? room_arabic() : room_english();
    add("room", language, room);
    add("room-over", language, over(room));
    add("room-paused", language, paused(room));
    add("room-clocks", language, with_clocks(room));
    add("room-between", language, between(room));
    add("door-closed", language, door_closed(speech));
    add("door-open", language, door_open(speech));
    add("door-free", language, door_free(speech));
  }
  const std::vector<SampleView> written = all;
  for (const SampleView& each : written)
    if (each.language == "en")
      for (const char* language : {"fr", "am"}) add(each.name, language, translated(each.view, language));
  return all;
}

std::vector<SampleView> sample_logos() {
  return logo_views(room_english(), alone(room_english()), room_arabic());
}

}  // namespace tertulia::test
