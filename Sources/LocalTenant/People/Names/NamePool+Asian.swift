extension NamePool {
  /// Chinese characters, family name first.
  static let chinese = NamePool(
    share: 6, order: .familyFirst, separator: "",
    given: """
      安娜/anna 伟/wei 芳/fang 秀英/xiuying 娜/na 敏/min 静/jing 丽/li 强/qiang 磊/lei 洋/yang 艳/yan
      勇/yong 杰/jie 娟/juan 涛/tao 明/ming 超/chao 霞/xia 平/ping 志偉/chiwai 雅婷/yating
      """,
    family: """
      王/wang 李/li 张/zhang 刘/liu 陈/chen 杨/yang 黄/huang 赵/zhao 吴/wu 周/zhou 徐/xu 孙/sun
      马/ma 朱/zhu 胡/hu 郭/guo 何/he 林/lin 陳/chan 歐陽/ouyang
      """)

  /// Japanese characters, family name first.
  static let japanese = NamePool(
    share: 3, order: .familyFirst,
    given: """
      健二/kenji 美咲/misaki 翔太/shota 陽菜/hina 直樹/naoki 由美子/yumiko 大輔/daisuke 恵子/keiko
      蓮/ren 愛子/aiko 拓也/takuya 桜/sakura
      """,
    family: """
      佐藤/sato 鈴木/suzuki 高橋/takahashi 田中/tanaka 伊藤/ito 渡辺/watanabe 山本/yamamoto
      中村/nakamura 小林/kobayashi 加藤/kato 齋藤/saito
      """)

  /// Japanese syllables; the second family name is in half width.
  static let kana = NamePool(
    share: 1, order: .familyFirst,
    given: "さくら/sakura ひなた/hinata あおい/aoi みさき/misaki ケンジ/kenji ユキ/yuki",
    family: "ヤマダ/yamada ｻﾄｳ/sato たなか/tanaka スズキ/suzuki いとう/ito")

  /// Korean syllables, family name first.
  static let korean = NamePool(
    share: 3, order: .familyFirst, separator: "",
    given: """
      민준/minjun 서연/seoyeon 지훈/jihoon 지우/jiwoo 현우/hyunwoo 수빈/subin 예은/yeeun 도윤/doyun
      하은/haeun 영희/younghee 철수/cheolsu
      """,
    family: """
      김/kim 이/lee 박/park 최/choi 정/jung 강/kang 조/cho 윤/yoon 장/jang 임/lim 남궁/namgung
      """)

  /// Devanagari, whose marks stand around their letters.
  static let devanagari = NamePool(
    share: 3,
    given: """
      अनन्या/ananya अर्जुन/arjun आरव/aarav ईशा/isha कविता/kavita दीपिका/deepika प्रिया/priya
      राहुल/rahul लक्ष्मी/lakshmi विक्रम/vikram श्रेया/shreya संजय/sanjay
      """,
    family: """
      अग्रवाल/agarwal कुमार/kumar गुप्ता/gupta जोशी/joshi पटेल/patel मिश्रा/mishra यादव/yadav
      वर्मा/verma शर्मा/sharma सिंह/singh
      """)

  /// Thai, whose marks stand above and below their letters.
  static let thai = NamePool(
    share: 1,
    given: """
      กนกวรรณ/kanokwan ชัยวัฒน์/chaiwat ณัฐพล/nattapon ปิยะ/piya พิมพ์ชนก/pimchanok สมชาย/somchai
      สุดารัตน์/sudarat อรทัย/orathai
      """,
    family: """
      แก้วมณี/kaewmanee จันทร์เพ็ญ/chanpen ใจดี/jaidee บุญมี/boonmee ศรีสุข/srisuk สุขใจ/sukjai
      """)
}
