#include "terminal.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace probity::program {

namespace {

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

std::string_view escape_of(Tone tone) {
  switch (tone) {
  case Tone::plain:
    return "";
  case Tone::strong:
    return "\033[1m";
  case Tone::good:
    return "\033[32m";
  case Tone::bad:
    return "\033[31m";
  case Tone::faint:
    return "\033[2m";
  }
  return "";
}

constexpr std::chrono::milliseconds quiet_start{1000};
constexpr std::chrono::milliseconds redraw_after{200};
constexpr std::chrono::milliseconds line_after{10'000};

} // namespace

Terminal Terminal::of_process() {
  const bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  return {std::cout, std::cerr,
          Setting{.width = out_is_terminal ? terminal_width() : 80,
                  .colours = out_is_terminal && (no_colour == nullptr || *no_colour == '\0'),
                  .err_is_terminal = isatty(STDERR_FILENO) == 1}};
}

std::string Terminal::paint(std::string_view text, Tone tone) const {
  if (!setting_.colours || tone == Tone::plain) return std::string(text);
  return std::string(escape_of(tone)) + std::string(text) + "\033[0m";
}

void Terminal::print(const base::json::Value& value) {
  std::string line;
  base::json::write(value, line);
  out << line << '\n';
}

void Terminal::report(const base::Error& error) {
  report(base::name(error.code), error.message, error.where, error.hint);
}

void Terminal::report(std::string_view code, std::string_view message, std::string_view where,
                      std::string_view hint) {
  if (json()) {
    using base::json::Value;
    base::json::Object error;
    error.emplace_back("code", Value(code));
    error.emplace_back("message", Value(message));
    error.emplace_back("where", Value(where));
    error.emplace_back("hint", Value(hint));
    base::json::Object answer;
    answer.emplace_back("ok", Value(false));
    answer.emplace_back("error", Value(std::move(error)));
    print(Value(std::move(answer)));
    return;
  }
  out.flush();
  err << "probity: ";
  if (!where.empty()) err << where << ": ";
  err << message << '\n';
  if (!hint.empty()) err << "  " << hint << '\n';
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  const std::string margin(indent, ' ');
  std::string out = margin;
  std::size_t used = indent;
  while (!text.empty()) {
    if (text.front() == '\n') {
      out += "\n" + margin;
      used = indent;
      text.remove_prefix(1);
      continue;
    }
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    if (used > indent && used + 1 + columns(word) > width) {
      out += "\n" + margin;
      used = indent;
    }
    if (used > indent) {
      out += ' ';
      ++used;
    }
    out += word;
    used += columns(word);
    text.remove_prefix(word.size());
  }
  return out;
}

void Table::add(std::vector<std::string> cells) {
  PROBITY_ENSURE(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

void Table::add_rule() {
  rows_.emplace_back();
}

void Table::print(Terminal& terminal) const {
  std::vector<std::size_t> widths;
  widths.reserve(columns_.size());
  for (const Column& column : columns_)
    widths.push_back(program::columns(column.title));
  for (const std::vector<std::string>& row : rows_)
    for (std::size_t index = 0; index < row.size(); ++index)
      widths[index] = std::max(widths[index], program::columns(row[index]));

  const auto line = [&](const auto& text_of) {
    std::string out;
    for (std::size_t index = 0; index < columns_.size(); ++index) {
      const std::string text(text_of(index));
      const std::string padding(widths[index] - program::columns(text), ' ');
      if (index > 0) out += "  ";
      out += columns_[index].align == Align::right ? padding + text : text + padding;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
  };
  std::size_t total = columns_.empty() ? 0 : 2 * (columns_.size() - 1);
  for (const std::size_t width : widths)
    total += width;
  const std::string rule(total, '-');

  terminal.out << terminal.paint(line([&](std::size_t index) { return columns_[index].title; }), Tone::strong)
               << '\n'
               << rule << '\n';
  for (const std::vector<std::string>& row : rows_) {
    if (row.empty())
      terminal.out << rule << '\n';
    else
      terminal.out << line([&](std::size_t index) { return row[index]; }) << '\n';
  }
}

Progress::Progress(Terminal& terminal, std::string_view work, std::string_view unit, std::uint64_t total)
    : terminal_(terminal), work_(work), unit_(unit), total_(total), started_(Clock::now()),
      next_(started_ + (terminal.err_is_terminal() ? quiet_start : line_after)) {}

Progress::~Progress() {
  if (line_is_drawn_) terminal_.err << "\r\033[K" << std::flush;
}

void Progress::at(std::uint64_t done) {
  done_ = done;
  // Reading the clock costs more than counting, so it is read once in 64 calls; the first calls are few and
  // may be long, so each of them reads it.
  if (++calls_ > 64 && calls_ % 64 != 0) return;
  const Clock::time_point now = Clock::now();
  if (now >= next_) draw(now);
}

void Progress::draw(Clock::time_point now) {
  std::string line = work_ + ": " + std::to_string(done_);
  if (total_ > 0) line += " of " + std::to_string(total_);
  line += " " + unit_;
  if (total_ > 0) line += ", " + std::to_string(std::min<std::uint64_t>(100, done_ * 100 / total_)) + " %";
  if (terminal_.err_is_terminal()) {
    terminal_.err << '\r' << line << "\033[K" << std::flush;
    line_is_drawn_ = true;
    next_ = now + redraw_after;
  } else {
    terminal_.err << line << '\n' << std::flush;
    next_ = now + line_after;
  }
}

} // namespace probity::program
