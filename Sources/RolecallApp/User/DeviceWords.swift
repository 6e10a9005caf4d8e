import AccessModel

/// What a browser or an application says of itself, in the words of a person.
struct DeviceWords {
  /// The words, such as `Chrome on Windows`; what it says itself where that is not understood.
  let text: String

  init(userAgent: String?) {
    guard let agent = userAgent, !agent.isEmpty else {
      text = "unknown"
      return
    }
    func first(_ pairs: [(mark: String, name: String)]) -> String? {
      pairs.first { agent.contains($0.mark) }?.name
    }
    // Many name those that they want to pass for, so that the order matters.
    let program = first([
      ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"),
      ("SamsungBrowser/", "Samsung Internet"),
      ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"),
      ("Safari/", "Safari"), ("curl/", "curl"),
    ])
    let system = first([
      ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"),
      ("Android", "Android"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ])
    text =
      switch (program, system) {
      case (let program?, let system?): "\(program) on \(system)"
      case (let program?, nil): program
      case (nil, let system?): system
      case (nil, nil): agent
      }
  }
}
