extension NamePool {
  /// Latin letters without marks.
  static let plainLatin = NamePool(
    share: 42,
    given: """
      Ada Alan Alice Amara Andrea Anna Arthur Ben Bianca Bo Bruno Carla Carmen Charles Chidi Clara
      Daniel Daria David Diana Dominic Edith Elena Elias Emma Erik Esther Eva Felix Fiona Frank
      Gina Grace Hannah Hugo Ian Ida Imani Ines Irene Isaac Ivan Jack Jane Joan Jonas Julia Karl
      Kate Kofi Laura Leo Lena Linda Lucas Lydia Marco Maria Martin Maya Mia Naomi Nina Noah Nora
      Olga Oliver Omar Oscar Paul Petra Quinn Rita Robert Rosa Ruth Samuel Sara Simon Sofia Tara
      Theo Thomas Uma Vera Victor Wanda William Yara Zoe
      """,
    family: """
      Abbott Adeyemi Andersen Baker Bauer Becker Berg Bianchi Brown Carter Castillo Clark Conti Costa
      Cruz Davies Dekker Diaz Dubois Evans Ferrari Fischer Flores Ford Garcia Gomes Green Hall Hansen
      Harris Hill Hughes Jansen Johnson Jones Keller King Klein Kowalski Lang Larsen Lee Lewis Lopes
      Marino Martin Meyer Mensah Moore Moreau Morgan Murphy Nelson Novak Okafor Olsen Owens Parker
      Pereira Perry Petrov Popescu Price Ramos Reed Ricci Rivera Roberts Romano Rossi Ruiz Santos
      Schmidt Schulz Silva Smith Sousa Stone Taylor Torres Turner Visser Vogel Walker Watson Weber
      White Wilson Wood Wright Young Zimmer
      """)

  /// Latin letters with marks, as many languages have them.
  static let markedLatin = NamePool(
    share: 22,
    given: """
      Agnès/agnes Amélie/amelie André/andre Ángel/angel Anaïs/anais Björn/bjorn Børge/borge
      Çağla/cagla Chloé/chloe Đorđe/djordje Élodie/elodie Eyþór/eythor François/francois Gürkan/gurkan
      Hélène/helene İpek/ipek Ivana Jérôme/jerome João/joao Jörg/jorg José/jose Jürgen/jurgen
      Krzysztof Łukasz/lukasz Małgorzata/malgorzata María/maria Matěj/matej Nguyệt/nguyet Noël/noel
      Ömer/omer Óscar/oscar Renée/renee Sébastien/sebastien Sørine/sorine Søren/soren Špela/spela
      Thảo/thao Tomáš/tomas Trần/tran Ümit/umit Václav/vaclav Zoë/zoe Žofie/zofie
      """,
    family: """
      Åberg/aberg Ağaoğlu/agaoglu Almássy/almassy Bērziņš/berzins Björklund/bjorklund Castañeda/castaneda
      Čapek/capek Çelik/celik Dvořák/dvorak Đặng/dang Fernández/fernandez Gonçalves/goncalves
      Großmann/grossmann Gutiérrez/gutierrez Háček/hacek Hernández/hernandez Jiménez/jimenez
      Jørgensen/jorgensen Kovács/kovacs Kraków/krakow Lefèvre/lefevre Łoś/los Małecki/malecki
      Müller/muller Muñoz/munoz Nagyová/nagyova Núñez/nunez Nowicki Ødegård/odegard Öztürk/ozturk
      Peña/pena Pérez/perez Phạm/pham Sánchez/sanchez Schäfer/schafer Şahin/sahin Søndergaard/sondergaard
      Strauß/strauss Škoda/skoda Vargová/vargova Wałęsa/walesa Yılmaz/yilmaz Zúñiga/zuniga Żak/zak
      """)
}
