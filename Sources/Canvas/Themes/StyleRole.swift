/// What a piece of the screen means; a theme says how that looks.
package enum StyleRole: Int, Hashable, Sendable, CaseIterable {
  /// Ordinary text.
  case text
  /// What matters less than the text around it.
  case muted
  /// What the eye should find first.
  case accent
  /// The name of what is shown.
  case title
  /// What takes something away, or has failed.
  case danger
  /// What needs a second look.
  case warning
  /// What is well.
  case ok
  /// The row under the cursor.
  case current
  /// A row marked for an action on many.
  case marked
  /// The heads of columns.
  case heading
  /// A field that takes text.
  case field
  /// The lines around a field.
  case fieldFrame
  /// The lines around a dialog.
  case dialogFrame
  /// The lines around a dialog about a production tenant.
  case dangerFrame
  /// A key's name in a hint.
  case key
  /// A tab that is not open.
  case tab
  /// The tab that is open.
  case currentTab
  /// The tenant's name.
  case tenant
  /// The name of a production tenant.
  case productionTenant
  /// A number that the gate wrote in place of a scalar.
  case replacement
  /// What cannot be chosen now.
  case disabled
  /// A button.
  case button
  /// The button that Enter presses.
  case focusedButton
}
