#if compiler(>=6.3) && compiler(<6.4)
  import Dispatch
  import Glibc
  import Synchronization
  @_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) import _Concurrency

  /// Threads for tasks that sleep as long as there is nothing to do.
  ///
  /// Those that the runtime takes by itself are libdispatch's, which looks once a second whether they
  /// are busy, for as long as the process lives: a program that idles would wake up all the same.
  final class QuietThreads: TaskExecutor, SchedulingExecutor {
    private struct Jobs {
      var ready: [UnownedJob] = []
      /// What is to be run later, the next one last.
      var later: [(due: ContinuousClock.Instant, job: UnownedJob)] = []
      var hasThreads = false
    }

    private let jobs = Mutex(Jobs())
    private let news = DispatchSemaphore(value: 0)
    private let count: Int

    /// So many threads; they start with the first task.
    init(count: Int) {
      self.count = count
    }

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      change { $0.ready.append(job) }
    }

    func enqueue<C: Clock>(
      _ job: consuming ExecutorJob, after delay: C.Duration, tolerance: C.Duration?, clock: C
    ) {
      enqueue(job, at: clock.now.advanced(by: delay), tolerance: tolerance, clock: clock)
    }

    func enqueue<C: Clock>(
      _ job: consuming ExecutorJob, at instant: C.Instant, tolerance: C.Duration?, clock: C
    ) {
      let job = UnownedJob(job)
      // All clocks that the program sleeps on count in this type.
      let delay = clock.now.duration(to: instant) as? Duration ?? .zero
      let due = ContinuousClock.now + delay
      change { jobs in
        let place = jobs.later.lastIndex { $0.due > due }.map { $0 + 1 } ?? 0
        jobs.later.insert((due, job), at: place)
      }
    }

    private func change(_ body: (inout sending Jobs) -> Void) {
      let needsThreads = jobs.withLock { jobs in
        body(&jobs)
        defer { jobs.hasThreads = true }
        return !jobs.hasThreads
      }
      if needsThreads { start() }
      news.signal()
    }

    private func start() {
      for _ in 0..<count {
        var thread = pthread_t()
        pthread_create(
          &thread, nil,
          { threads in
            guard let threads else { return nil }
            Unmanaged<QuietThreads>.fromOpaque(threads).takeUnretainedValue().work()
          }, Unmanaged.passRetained(self).toOpaque())
        pthread_detach(thread)
      }
    }

    private func work() -> Never {
      while true {
        let (job, due) = next()
        if let job {
          job.runSynchronously(on: asUnownedTaskExecutor())
        } else if let due {
          let left = max(.zero, ContinuousClock.now.duration(to: due))
          _ = news.wait(timeout: .now() + .nanoseconds(Int(left / .nanoseconds(1)) + 1))
        } else {
          news.wait()
        }
      }
    }

    /// A job to be run now, or when the next one is due.
    private func next() -> (UnownedJob?, ContinuousClock.Instant?) {
      jobs.withLock { jobs in
        while let job = jobs.later.last, job.due <= .now {
          jobs.ready.append(job.job)
          jobs.later.removeLast()
        }
        guard jobs.ready.isEmpty else { return (jobs.ready.removeFirst(), nil) }
        return (nil, jobs.later.last?.due)
      }
    }
  }
#endif
