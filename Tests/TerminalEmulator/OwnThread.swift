import Dispatch
import Glibc
import Synchronization

/// A thread of its own for tasks that block: a person who waits before a terminal, or a tenant that must
/// answer while all of the pool's threads wait before terminals.
package final class OwnThread: TaskExecutor {
  private let jobs = JobQueue()

  /// Starts the thread; it ends with this object.
  package init() {
    jobs.startThread()
  }

  deinit { jobs.close() }

  package func enqueue(_ job: consuming ExecutorJob) {
    let (job, executor) = (UnownedJob(job), asUnownedTaskExecutor())
    jobs.append { job.runSynchronously(on: executor) }
  }
}

/// What a thread still has to do, in the order in which it came.
private final class JobQueue: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  func append(_ job: @escaping @Sendable () -> Void) {
    state.withLock { $0.jobs.append(job) }
    news.signal()
  }

  func close() {
    state.withLock { $0.isClosed = true }
    news.signal()
  }

  func startThread() {
    var thread = pthread_t()
    let own = Unmanaged.passRetained(self).toOpaque()
    let result = pthread_create(
      &thread, nil,
      { own in
        guard let own else { return nil }
        Unmanaged<JobQueue>.fromOpaque(own).takeRetainedValue().run()
        return nil
      }, own)
    precondition(result == 0, "the system has no thread left")
    pthread_detach(thread)
  }

  private func run() {
    while true {
      news.wait()
      let (job, isClosed) = state.withLock { state in
        (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isClosed)
      }
      if let job {
        job()
      } else if isClosed {
        return
      }
    }
  }
}
