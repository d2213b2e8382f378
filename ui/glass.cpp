// SPDX-License-Identifier: Apache-2.0
#include "ui/glass.h"

#include <array>
#include <cfloat>

#include <imgui.h>

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
  return page;
}

Ground ground_of(const View& view) {
  return std::holds_alternative<RoomView>(view) ? Ground::kDark : Ground::kLight;
}

// Named differently from draw(), so that a missing overload does not compile instead of recursing.
std::optional<Intent> show(Frame& frame, const View& view) {
  return std::visit([&frame](const auto& any) { return draw(frame, any); }, view);
}

void point_with(const Pointer& pointer) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos =
      pointer.at ? ImVec2(static_cast<float>(pointer.at->x) + 0.5F, static_cast<float>(pointer.at->y) + 0.5F)
                 : ImVec2(-FLT_MAX, -FLT_MAX);
  io.MouseDown[0] = pointer.down;
}

}  // namespace

void Glass::DestroyContext::operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }

Glass::Glass(TextPainter& texts, const Screen& screen, const Look& look)
    : texts_(texts), look_(look), palette_(palette_of(look)), context_(ImGui::CreateContext()) {
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
  geometry_ = {screen.size, screen.pixels_per_mm};
  raster_ = std::make_unique<Raster>(screen.size);
}

void Glass::reset() {
  feed_.clear();  // the page stays: what comes next is a new one, and ignores a finger that still taps
  texts_.layouts().clear();
}

void Glass::note_page(const View& view, const Now& now) {
  std::string page = page_of(view);
  if (page == page_) return;
  const bool is_first = page_.empty();
  page_ = std::move(page);
  if (!is_first) feed_.ignore_until(now.boot + kDeadTime);
}

std::optional<Intent> Glass::draw_once(const View& view, const Pointer& pointer) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(geometry_.size.width), static_cast<float>(geometry_.size.height)};
  io.DeltaTime = 1.0F / 60;
  point_with(pointer);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin("glass", nullptr, kFlags);
  targets_.clear();
  Frame frame(geometry_, tongue_of(view),
              {*ImGui::GetWindowDrawList(), texts_, targets_, look_, palette_, ground_of(view), written_});
  std::optional<Intent> wish = show(frame, view);
  ImGui::End();
  ImGui::Render();
  return wish;
}

std::vector<Written> Glass::write_out(const View& view, const Now& now) {
  note_page(view, now);
  ImGui::SetCurrentContext(context_.get());
  std::vector<Written> written;
  written_ = &written;
  // The first time an atlas page may move under glyphs that were placed already.
  for (std::uint32_t before = texts_.generation() - 1; before != texts_.generation();) {
    before = texts_.generation();
    written.clear();
    (void)draw_once(view, feed_.step());
  }
  written_ = nullptr;
  return written;
}

Painted Glass::paint(const View& view, std::span<const Touch> touches, const Now& now) {
  ImGui::SetCurrentContext(context_.get());
  feed_.add(touches);
  note_page(view, now);
  Painted painted;
  do painted.intent = draw_once(view, feed_.step());
  while (!painted.intent && feed_.has_more());
  // The atlas grew while this frame was laid out: positions looked up before are void.
  for (std::uint32_t before = texts_.generation() - 1; !painted.intent && before != texts_.generation();) {
    before = texts_.generation();
    painted.intent = draw_once(view, feed_.step());
  }
  const std::array<Texture, 2> textures{Texture{nullptr, {1, 1}, 0}, texts_.texture()};
  if (!painted.intent) {
    const auto damage = raster_->render(*ImGui::GetDrawData(), textures);
    painted.damage.assign(damage.begin(), damage.end());
  }
  painted.picture = raster_->view();
  if (feed_.has_more()) painted.next_frame = now.boot;
  return painted;
}

}  // namespace tertulia::ui
