// Answers that take long: computed one after the other, on a thread of their own, so that neither pages of
// others nor commands wait for one; kept for whoever asks the same again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

#include "base/result.h"

namespace probity::service {

// It is being computed, or waits until another one has been.
struct StillComputing {
  std::uint64_t read = 0; // events
  std::uint64_t of = 0;
};

// `Key`: all that the answer follows from, with an order.
template <class Key, class Value> class LongAnswers {
 public:
  using Answer = base::Result<std::shared_ptr<const Value>>;
  using AnswerOrNot = std::variant<std::shared_ptr<const Value>, StillComputing>;
  using Progress = std::function<void(std::uint64_t read)>; // events
  using Compute = std::function<Answer(const Progress&)>;

  // The newest so many are kept.
  explicit LongAnswers(std::size_t most_kept) : most_kept_(most_kept) {}
  // Waits for what is being computed.
  ~LongAnswers() {
    if (thread_.joinable()) thread_.join();
  }
  LongAnswers(const LongAnswers&) = delete;
  LongAnswers& operator=(const LongAnswers&) = delete;

  // Waits for at most `patience`; `of`: events that there are to read. Errors are those of `compute`, kept
  // like answers. From any thread; `compute` is called on another, and must bring what it needs.
  base::Result<AnswerOrNot> ask(const Key& key, std::uint64_t of, const Compute& compute,
                                std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    std::unique_lock held(mutex_);
    for (;;) {
      if (const auto found = kept_.find(key); found != kept_.end()) {
        if (!found->second) return tl::unexpected(found->second.error());
        return AnswerOrNot(*found->second);
      }
      if (!running_) {
        if (thread_.joinable()) thread_.join(); // it has ended but for the return
        running_ = StillComputing{0, of};
        thread_ = std::thread([this, key, compute] { work(key, compute); });
      }
      if (done_.wait_until(held, until) == std::cv_status::timeout && running_) return AnswerOrNot(*running_);
    }
  }
  // Since the start.
  [[nodiscard]] std::uint64_t computed() const {
    const std::lock_guard held(mutex_);
    return computed_;
  }

 private:
  void work(const Key& key, const Compute& compute) {
    Answer made = compute([this](std::uint64_t read) {
      const std::lock_guard held(mutex_);
      running_->read = read;
    });
    const std::lock_guard held(mutex_);
    kept_.emplace(key, std::move(made));
    order_.push_back(key);
    if (order_.size() > most_kept_) {
      kept_.erase(order_.front());
      order_.pop_front();
    }
    running_.reset();
    ++computed_;
    done_.notify_all();
  }

  const std::size_t most_kept_;
  mutable std::mutex mutex_;
  std::condition_variable done_;
  std::map<Key, Answer> kept_;
  std::deque<Key> order_; // of `kept_`, the oldest first
  std::optional<StillComputing> running_;
  std::uint64_t computed_ = 0;
  std::thread thread_;
};

} // namespace probity::service
