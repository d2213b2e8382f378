// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <gtest/gtest.h>

#include "tests/ui/raster/scene.h"
#include "ui/raster/damage.h"

namespace tertulia::ui {
namespace {

constexpr Size kScreen{160, 120};

struct raster_damage : testing::Test {
  Scene scene{kScreen};
  Raster raster{kScreen};
  Ramp ramp{{16, 16}};

  std::vector<Rect> draw(const Draw& lines, std::uint32_t generation = 0) {
    const auto textures = ramp.textures(generation);
    const auto damage = raster.render(scene.frame(lines), textures);
    return {damage.begin(), damage.end()};
  }
};

void draw_page(ImDrawList& list) {
  list.AddRectFilled({0, 0}, {160, 120}, IM_COL32(20, 30, 40, 255));
  list.AddRectFilled({10, 10}, {150, 60}, IM_COL32(90, 30, 40, 255), 12.0F);
}

TEST_F(raster_damage, the_first_frame_is_damaged_as_a_whole) {
  EXPECT_EQ(draw(draw_page), (std::vector<Rect>{{0, 0, 160, 120}}));
}

TEST_F(raster_damage, an_unchanged_frame_has_no_damage) {
  draw(draw_page);
  EXPECT_TRUE(draw(draw_page).empty());
}

TEST_F(raster_damage, a_frame_after_invalidate_is_damaged_as_a_whole) {
  draw(draw_page);
  raster.invalidate();
  EXPECT_EQ(draw(draw_page), (std::vector<Rect>{{0, 0, 160, 120}}));
}

TEST_F(raster_damage, an_area_that_was_announced_is_drawn_as_a_whole_and_what_changed_beside_it_too) {
  const auto page_with = [&](int place, int glyph) {
    return [this, place, glyph](ImDrawList& list) {
      draw_page(list);
      for (int i = 0; i < 5; ++i) ramp.draw(list, {20, place + 9 * i, 28, place + 9 * i + 8}, {0, 0, 8, 8});
      ramp.draw(list, {140, 100, 148, 108}, {glyph, 0, glyph + 8, 8});
    };
  };
  draw(page_with(20, 0));
  raster.expect_change({20, 20, 28, 65});
  const auto damage = draw(page_with(22, 4));
  // What came out of the area at its bottom is found by itself.
  EXPECT_EQ(damage, (std::vector<Rect>{{20, 20, 28, 66}, {140, 100, 148, 108}}));
  Raster fresh(kScreen);
  const auto textures = ramp.textures();
  fresh.render(scene.frame(page_with(22, 4)), textures);
  EXPECT_EQ(picture(raster), picture(fresh));
  EXPECT_TRUE(draw(page_with(22, 4)).empty());
}

TEST_F(raster_damage, a_changed_glyph_damages_only_its_rectangle) {
  const auto page_with = [&](int glyph) {
    return [this, glyph](ImDrawList& list) {
      draw_page(list);
      ramp.draw(list, {20, 20, 28, 28}, {0, 0, 8, 8});
      ramp.draw(list, {30, 20, 38, 28}, {glyph, 0, glyph + 8, 8});
      ramp.draw(list, {40, 20, 48, 28}, {0, 0, 8, 8});
    };
  };
  draw(page_with(0));
  EXPECT_EQ(draw(page_with(4)), (std::vector<Rect>{{30, 20, 38, 28}}));
}

TEST_F(raster_damage, a_removed_shape_and_an_added_one_damage_where_they_were_and_are) {
  const auto page_with = [](ImVec2 corner) {
    return [corner](ImDrawList& list) {
      draw_page(list);
      list.AddRectFilled(corner, {corner.x + 5, corner.y + 5}, kRed);
    };
  };
  draw(page_with({2, 100}));
  EXPECT_EQ(draw(page_with({150, 2})), (std::vector<Rect>{{2, 100, 7, 105}, {150, 2, 155, 7}}));
}

TEST_F(raster_damage, an_insertion_does_not_damage_what_comes_after_it) {
  draw([](ImDrawList& list) {
    draw_page(list);
    list.AddRectFilled({100, 100}, {110, 110}, kRed);
  });
  const auto damage = draw([](ImDrawList& list) {
    draw_page(list);
    list.AddRectFilled({2, 2}, {4, 4}, kWhite);
    list.AddRectFilled({100, 100}, {110, 110}, kRed);
  });
  EXPECT_EQ(damage, (std::vector<Rect>{{2, 2, 4, 4}}));
}

TEST_F(raster_damage, two_shapes_that_change_places_in_depth_are_drawn_again) {
  const auto pile = [](ImU32 below, ImU32 above) {
    return [=](ImDrawList& list) {
      list.AddRectFilled({10, 10}, {20, 20}, below);
      list.AddRectFilled({10, 10}, {20, 20}, above);
    };
  };
  draw(pile(kRed, kWhite));
  EXPECT_EQ(draw(pile(kWhite, kRed)), (std::vector<Rect>{{10, 10, 20, 20}}));
  EXPECT_EQ(pixel(raster, 15, 15), 0xffff0000);
}

TEST_F(raster_damage, a_packed_atlas_damages_the_glyphs_that_came_from_it) {
  const Draw page = [&](ImDrawList& list) {
    draw_page(list);
    ramp.draw(list, {20, 20, 28, 28}, {0, 0, 8, 8});
  };
  draw(page, 1);
  EXPECT_EQ(draw(page, 2), (std::vector<Rect>{{20, 20, 28, 28}}));
}

TEST_F(raster_damage, a_change_out_of_sight_damages_nothing) {
  const auto page_with = [](float x) {
    return [x](ImDrawList& list) {
      draw_page(list);
      list.AddRectFilled({x, 300}, {x + 5, 305}, kRed);
    };
  };
  draw(page_with(2));
  EXPECT_TRUE(draw(page_with(9)).empty());
}

TEST(damage, many_places_become_at_most_eight_rectangles_that_cover_all_of_them) {
  Damage damage;
  std::vector<Rect> added;
  for (int i = 0; i < 100; ++i) {
    const int x = i * 7919 % 3000, y = i * 104729 % 2000;
    added.push_back({x, y, x + 3, y + 3});
    damage.add(added.back());
  }
  EXPECT_LE(damage.rects().size(), kMostRects);
  for (const Rect& rect : added)
    EXPECT_TRUE(std::any_of(damage.rects().begin(), damage.rects().end(),
                            [&](const Rect& known) { return intersection(known, rect) == rect; }));
}

// A page of shapes of every kind from a seed; the same seed is the same page.
class RandomPage {
 public:
  explicit RandomPage(unsigned seed) : random_(seed) {}

  struct Shape {
    int kind;
    ImVec2 from;
    ImVec2 to;
    ImU32 colour;
  };

  Shape shape() {
    const ImVec2 from{between(-20, 160), between(-20, 120)};
    return {static_cast<int>(random_() % 6),
            from,
            {from.x + between(1, 70), from.y + between(1, 50)},
            IM_COL32(random_() % 256, random_() % 256, random_() % 256, random_() % 3 == 0 ? 255 : 120)};
  }

  // Changes a few shapes: replaces, removes, inserts, swaps.
  void disturb(std::vector<Shape>& shapes) {
    for (int i = 0; i < 3; ++i) {
      const auto place = static_cast<std::ptrdiff_t>(random_() % shapes.size());
      switch (random_() % 4) {
        case 0:
          shapes[static_cast<std::size_t>(place)] = shape();
          break;
        case 1:
          shapes.erase(shapes.begin() + place);
          break;
        case 2:
          shapes.insert(shapes.begin() + place, shape());
          break;
        default:
          std::swap(shapes[static_cast<std::size_t>(place)], shapes.back());
      }
      if (shapes.empty()) shapes.push_back(shape());
    }
  }

 private:
  float between(int low, int high) {
    const int quarters = static_cast<int>(random_() % static_cast<unsigned>((high - low) * 4));
    return static_cast<float>(low) + static_cast<float>(quarters) / 4.0F;
  }
  std::mt19937 random_;
};

void draw_shape(ImDrawList& list, const RandomPage::Shape& shape, const Ramp& ramp) {
  const auto& [kind, from, to, colour] = shape;
  const Rect box{static_cast<int>(from.x), static_cast<int>(from.y), static_cast<int>(to.x),
                 static_cast<int>(to.y)};
  switch (kind) {
    case 0:
      list.AddRectFilled(from, to, colour);
      break;
    case 1:
      list.AddRectFilled(from, to, colour, 9.0F);
      break;
    case 2:
      list.AddCircleFilled(from, to.x - from.x, colour);
      break;
    case 3:
      list.AddLine(from, to, colour, 3.0F);
      break;
    case 4:
      ramp.draw(list, {box.left, box.top, box.left + 8, box.top + 8}, {2, 3, 10, 11});
      break;
    default:
      ramp.draw(list, box, {0, 0, 16, 16});
  }
}

TEST_F(raster_damage, a_damaged_redraw_equals_a_full_redraw) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomPage page(seed);
    std::vector<RandomPage::Shape> shapes;
    for (int i = 0; i < 25; ++i) shapes.push_back(page.shape());
    for (int step = 0; step < 8; ++step) {
      const Draw all = [&](ImDrawList& list) {
        for (const auto& shape : shapes) draw_shape(list, shape, ramp);
      };
      draw(all);
      Raster fresh(kScreen);
      const auto textures = ramp.textures();
      fresh.render(scene.frame(all), textures);
      ASSERT_EQ(picture(raster), picture(fresh)) << "seed " << seed << " step " << step;
      page.disturb(shapes);
    }
  }
}

TEST_F(raster_damage, nothing_outside_the_reported_damage_changes) {
  RandomPage page(7);
  std::vector<RandomPage::Shape> shapes;
  for (int i = 0; i < 12; ++i) shapes.push_back(page.shape());
  const Draw all = [&](ImDrawList& list) {
    for (const auto& shape : shapes) draw_shape(list, shape, ramp);
  };
  draw(all);
  for (int step = 0; step < 30; ++step) {
    const auto before = picture(raster);
    page.disturb(shapes);
    const auto damage = draw(all);
    for (int y = 0; y < kScreen.height; ++y)
      for (int x = 0; x < kScreen.width; ++x) {
        const bool is_damaged = std::any_of(damage.begin(), damage.end(), [&](const Rect& rect) {
          return rect.contains({x, y});
        });
        const auto index = static_cast<std::size_t>(y * kScreen.width + x);
        ASSERT_TRUE(is_damaged || pixel(raster, x, y) == before[index]) << x << "," << y;
      }
  }
}

}  // namespace
}  // namespace tertulia::ui
