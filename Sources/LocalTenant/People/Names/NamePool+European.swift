extension NamePool {
  /// Cyrillic letters.
  static let cyrillic = NamePool(
    share: 7,
    given: """
      Александр/aleksandr Анна/anna Борис/boris Виктор/viktor Галина/galina Дмитрий/dmitriy
      Екатерина/ekaterina Иван/ivan Ксения/ksenia Людмила/lyudmila Марія/mariia Наталья/natalya
      Олександр/oleksandr Ольга/olga Павел/pavel Сергей/sergey Тетяна/tetiana Юлия/yulia
      """,
    family: """
      Бондаренко/bondarenko Васильев/vasilyev Волков/volkov Георгиев/georgiev Іваненко/ivanenko
      Козлов/kozlov Кузнецов/kuznetsov Лебедев/lebedev Мельник/melnyk Морозов/morozov Новиков/novikov
      Петров/petrov Попов/popov Соколов/sokolov Шевченко/shevchenko Ђорђевић/djordjevic
      """)

  /// Greek letters.
  static let greek = NamePool(
    share: 3,
    given: """
      Αλέξανδρος/alexandros Άννα/anna Γιώργος/giorgos Δήμητρα/dimitra Ελένη/eleni Ιωάννης/ioannis
      Κατερίνα/katerina Μαρία/maria Νίκος/nikos Σοφία/sofia
      """,
    family: """
      Αντωνίου/antoniou Βασιλείου/vasileiou Γεωργίου/georgiou Δημητρίου/dimitriou Ιωάννου/ioannou
      Κωνσταντίνου/konstantinou Νικολάου/nikolaou Παπαδόπουλος/papadopoulos Χατζής/chatzis
      """)
}
