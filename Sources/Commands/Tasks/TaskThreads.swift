#if compiler(>=6.3) && compiler(<6.4)
  import Glibc
  @_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) import _Concurrency
#endif

/// Where the program's tasks run.
enum TaskThreads {
  /// Gives tasks threads that never wake up without a reason; must be called before the first task.
  ///
  /// The runtime's interface for it is not final, so it is used with just the compiler that it was
  /// tried with; with any other, tasks run where they always do.
  static func prepare() {
    #if compiler(>=6.3) && compiler(<6.4)
      _createExecutors(factory: Executors.self)
    #endif
  }
}

#if compiler(>=6.3) && compiler(<6.4)
  /// The runtime's own main executor, which is not used here, and threads of ours for the rest.
  private struct Executors: ExecutorFactory {
    static var mainExecutor: any MainExecutor { PlatformExecutorFactory.mainExecutor }
    static let defaultExecutor: any TaskExecutor = QuietThreads(
      count: max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
#endif
