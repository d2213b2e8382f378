// SPDX-License-Identifier: Apache-2.0
#include "ui/glass/glass.h"

#include <algorithm>
#include <cfloat>
#include <limits>
#include <utility>

#include <imgui.h>

#include "ui/glass/shift.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

// A finger that still rests where the last page had a button must not press one of the new page.
constexpr std::chrono::milliseconds kDeadTime{350};

const Tongue& tongue_of(const View& view) {
  return std::visit([](const auto& any) -> const Tongue& { return any.tongue; }, view);
}

// What counts as the same page for the dead time.
std::string page_of(const View& view) {
  std::string page = std::to_string(view.index());
  if (const auto* question = std::get_if<QuestionView>(&view)) page += question->page;
  if (const auto* options = std::get_if<OptionsView>(&view)) page += options->headline;
  if (const auto* writing = std::get_if<WritingView>(&view)) page += writing->title;
  return page;
}

// The position of a page in the order of the kiosk, none if it has none. A person who goes on sees the next
// page come from the side to which the reading goes.
std::optional<int> position_of(const View& view) {
  if (std::holds_alternative<AttractView>(view)) return 0;
  if (const auto* question = std::get_if<QuestionView>(&view)) return question->number;
  if (std::holds_alternative<ThanksView>(view)) return std::numeric_limits<int>::max();
  return std::nullopt;
}

Way way_between(int from, int to, const Tongue& tongue) {
  return (to >= from) != tongue.right_to_left ? Way::kToTheLeft : Way::kToTheRight;
}

template <class... Views>
bool is_one_of(const View& view) {
  return (std::holds_alternative<Views>(view) || ...);
}

Ground ground_of(const View& view) {
  const bool is_sign = is_one_of<RoomView, WelcomeView, DayView, BreakView, FloorQuestionView, LearningView,
                                 AnnouncementView, MessageView, ResultsView, NightView>(view);
  return is_sign ? Ground::kDark : Ground::kLight;
}

// Named differently from draw(), so that a missing overload does not compile instead of recursing.
std::optional<Intent> show(Frame& frame, const View& view) {
  return std::visit([&frame](const auto& any) { return draw(frame, any); }, view);
}

// A strip along the upper edge that no page covers: what is shown is not real.
void draw_ribbon(Frame& frame, const std::string& text) {
  if (text.empty()) return;
  const Theme& theme = frame.theme();
  Box strip = frame.screen();
  strip.h = frame.px(24);
  frame.fill(strip, theme.pause);
  frame.write(strip, text, {16, theme.on_pause, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1});
}

Rect moved_by(Rect area, Point offset) {
  return {area.left + offset.x, area.top + offset.y, area.right + offset.x, area.bottom + offset.y};
}

// Where two thumbs may overlap.
std::vector<Rect> keys_among(const std::vector<Target>& targets, Point offset) {
  std::vector<Rect> keys;
  for (const Target& target : targets)
    if (target.name.starts_with("key:")) keys.push_back(moved_by(target.area, offset));
  return keys;
}

void point_with(const Pointer& pointer, Point offset) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = pointer.at ? ImVec2(static_cast<float>(pointer.at->x - offset.x) + 0.5F,
                                    static_cast<float>(pointer.at->y - offset.y) + 0.5F)
                           : ImVec2(-FLT_MAX, -FLT_MAX);
  io.MouseDown[0] = pointer.down;
}

}  // namespace

void Glass::DestroyContext::operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }

Glass::Glass(TextPainter& texts, const Screen& screen, const Look& look)
    : texts_(texts),
      look_(look),
      palette_(palette_of(look)),
      logo_(look.logo),
      context_(ImGui::CreateContext()),
      motions_(look.motion) {
  ImGui::SetCurrentContext(context_.get());
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  io.Fonts->Build();
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  resize(screen);
}

void Glass::resize(const Screen& screen) {
  const bool keeps_size = raster_ && screen.size == geometry_.size;
  geometry_ = {screen.size, screen.pixels_per_mm};
  if (keeps_size)
    raster_->invalidate();
  else
    raster_ = std::make_unique<Raster>(screen.size);
  transition_.stop();
}

std::vector<Target> Glass::targets() const {
  std::vector<Target> all = targets_;
  for (Target& target : all) target.area = moved_by(target.area, offset_);
  return all;
}

void Glass::reset() {
  feed_.clear();  // the page stays: what comes next is a new one, and ignores a finger that still taps
  texts_.layouts().clear();
  motions_.clear();
  transition_.stop();
  is_forgotten_ = true;
}

void Glass::note_page(const View& view, const Now& now) {
  const bool is_forgotten = std::exchange(is_forgotten_, false);
  std::string page = page_of(view);
  if (page == page_) return;
  const bool is_first = page_.empty();
  page_ = std::move(page);
  const auto before = std::exchange(position_, position_of(view));
  motions_.presses.clear();
  motions_.lists.turn_to(page_);
  if (is_first) return;
  feed_.ignore_until(now.boot + kDeadTime);
  const bool moves = before && position_ && !is_forgotten && look_.motion == Motion::kFull;
  if (moves) transition_.start(raster_->view(), way_between(*before, *position_, tongue_of(view)), now.boot);
}

std::optional<Intent> Glass::draw_once(const View& view, const Now& now) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(geometry_.size.width), static_cast<float>(geometry_.size.height)};
  io.DeltaTime = 1.0F / 60;
  const Pointer pointer = feed_.next();
  motions_.hold.follow(pointer, now.boot);
  offset_ = look_.shifts ? shift_at(now.boot, geometry_.size.height) : Point{};
  point_with(motions_.lists.follow(pointer, feed_.time()), offset_);
  motions_.begin_frame(now.boot);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin("glass", nullptr, kFlags);
  targets_.clear();
  pictures_.begin_frame();
  Frame frame(geometry_, tongue_of(view),
              {*ImGui::GetWindowDrawList(), texts_, targets_, look_, motions_, palette_, ground_of(view),
               written_, &logo_, &pictures_});
  motions_.lists.set_tap_radius(frame.tap_radius());
  std::optional<Intent> wish = show(frame, view);
  draw_ribbon(frame, look_.ribbon);
  motions_.end_frame();
  pictures_.end_frame();
  feed_.set_keys(keys_among(targets_, offset_));
  ImGui::End();
  ImGui::Render();
  if (offset_ != Point{}) shift_picture(offset_);
  return wish;
}

// What reaches the edge of the glass is a background and stays there.
void Glass::shift_picture(Point offset) const {
  const ImVec2 edge = ImGui::GetIO().DisplaySize;
  const auto moved = [](float at, float by, float last) { return at <= 0 || at >= last ? at : at + by; };
  const auto x = static_cast<float>(offset.x);
  const auto y = static_cast<float>(offset.y);
  ImDrawData& frame = *ImGui::GetDrawData();
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    for (ImDrawVert& vertex : frame.CmdLists[i]->VtxBuffer)
      vertex.pos = {moved(vertex.pos.x, x, edge.x), moved(vertex.pos.y, y, edge.y)};
    for (ImDrawCmd& command : frame.CmdLists[i]->CmdBuffer)
      command.ClipRect = {moved(command.ClipRect.x, x, edge.x), moved(command.ClipRect.y, y, edge.y),
                          moved(command.ClipRect.z, x, edge.x), moved(command.ClipRect.w, y, edge.y)};
  }
}

std::vector<Written> Glass::write_out(const View& view, const Now& now) {
  note_page(view, now);
  ImGui::SetCurrentContext(context_.get());
  std::vector<Written> written;
  written_ = &written;
  (void)draw_once(view, now);
  written_ = nullptr;
  return written;
}

Painted Glass::paint(const View& view, std::span<const Touch> touches, const Now& now) {
  ImGui::SetCurrentContext(context_.get());
  feed_.add(touches);
  note_page(view, now);
  Painted painted;
  std::uint32_t before = 0;
  // When the atlas grew while a frame was laid out, the positions that it looked up earlier are void.
  do {
    before = texts_.generation();
    painted.intent = draw_once(view, now);
  } while (!painted.intent && (feed_.has_more() || before != texts_.generation()));
  std::vector<Texture> textures{Texture{nullptr, {1, 1}, 0}, texts_.texture(), logo_.texture()};
  pictures_.add_to(textures);
  if (!painted.intent) {
    for (const Rect& area : motions_.lists.take_moved()) raster_->expect_change(area);
    const auto damage = raster_->render(*ImGui::GetDrawData(), textures);
    painted.damage.assign(damage.begin(), damage.end());
  }
  painted.picture = raster_->view();
  painted.next_frame = motions_.next_frame;
  if (look_.shifts)
    painted.next_frame = std::min(painted.next_frame.value_or(BootTime::max()), next_shift(now.boot));
  if (transition_.is_running() && !painted.intent) show_transition(painted, now);
  if (feed_.has_more()) painted.next_frame = now.boot;
  return painted;
}

void Glass::show_transition(Painted& painted, const Now& now) {
  painted.damage = {{0, 0, geometry_.size.width, geometry_.size.height}};
  if (transition_.is_over(now.boot)) return transition_.stop();
  painted.picture = transition_.picture(painted.picture, now.boot);
  painted.next_frame = std::min(painted.next_frame.value_or(BootTime::max()), now.boot + kFrameTime);
}

}  // namespace tertulia::ui
