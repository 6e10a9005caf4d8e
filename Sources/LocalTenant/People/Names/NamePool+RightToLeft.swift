extension NamePool {
  /// Arabic letters, from right to left.
  static let arabic = NamePool(
    share: 6,
    given: """
      أحمد/ahmad أمينة/amina حسن/hasan خديجة/khadija رانيا/rania زينب/zaynab سارة/sara طارق/tariq
      علي/ali عمر/umar فاطمة/fatima كريم/karim ليلى/layla محمد/muhammad مريم/maryam نور/nour یاسمن/yasaman
      """,
    family: """
      الأحمد/alahmad البغدادي/albaghdadi الحداد/alhaddad الخطيب/alkhatib الزهراني/alzahrani
      السيد/alsayed الشامي/alshami العلي/alali القاسم/alqasim المصري/almasri النجار/alnajjar
      حسيني/husseini رضایی/rezaei منصور/mansour
      """)

  /// Hebrew letters, from right to left.
  static let hebrew = NamePool(
    share: 3,
    given: """
      אבי/avi דוד/david דנה/dana חנה/hannah יעל/yael יוסף/yosef מיכל/michal משה/moshe נועה/noa
      רחל/rachel שרה/sarah תמר/tamar
      """,
    family: """
      אברהם/avraham ביטון/biton גולן/golan דהן/dahan כהן/cohen לוי/levi מזרחי/mizrahi פרץ/peretz
      פרידמן/friedman שפירא/shapira
      """)
}
