// Characters that Simplified script writes otherwise and never uses, the most frequent ones: any text of some length in
// Traditional script has several of them.
const traditionalOnly =
  /[國學術業產發電與據機關開導體東門車個實驗應環書會專轉為無對從動結構設計統類師員總區長問題見現時間說過還進達運連遠選適邊辦農軍輕輸載較軟興舉萬葉藝節藥號處華獲義習聯聲職腦臨舊視覺觀規訊記許訓論證認識譯議讀變貝負責財貨質費資賣賽輪鄉鄰醫釋針鈣鋼錄鏡鐵鑄陽陰際隊階難雲霧靈靜響頂項順須預領頭願顯風飛養館馬驅鳥鹽點黨龍龜廣廠廳彈後徵態慶憑懷戰戶擇擔擬攝敵數斷暫曆條極標樣橋檢歐歲歷殘殺氣決沒測湯滅漢濟灣燈爾牆狀獨獻瑪畫當療盡監眾確碼礦禮穩築簡糧紀約級紡純紙細終組經綠維綜線練縣織繼續網]/

/** Whether a text is in Traditional script, judged by characters that only it has. */
export function isInTraditional(text: string): boolean {
  return traditionalOnly.test(text)
}

/**
 * Whether a text looks cut off: as long as the fields of older systems and of spreadsheets hold, to the character, and
 * in the middle of a sentence; or ended by an ellipsis that an export put there.
 */
export function isCutOff(text: string): boolean {
  if (/(\.{3}|…)$/.test(text)) return text.length > 20
  return fieldLimits.has(text.length) && !/[。！？；.!?;）)】」》”]$/.test(text)
}

const fieldLimits = new Set([255, 256, 512, 1024, 2000, 4000, 32_767])
