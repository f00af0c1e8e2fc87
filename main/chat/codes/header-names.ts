export type ColumnRole = 'code' | 'uses' | 'points';

/** How people call such columns, in the form that `comparable` makes. */
const NAMES: Readonly<Record<ColumnRole | 'other', string>> = {
  code: `code codes coupon coupons couponcode couponcodes couponnumber voucher vouchers vouchercode
    vouchercodes vouchernumber promo promocode promocodes promotioncode promotionalcode giftcode giftcard
    giftcardcode giftcardnumber discountcode discountcodes rebatecode accesscode redemptioncode
    redeemcode uniquecode unlockcode licensekey licencekey serial serialnumber serialno barcode
    ean gtin token winningcode entrycode packcode
    gutschein gutscheine gutscheincode gutscheincodes gutscheinnummer gutscheinnr coupon coupon couponnummer
    rabattcode rabattcodes aktionscode aktionscodes gewinncode gewinncodes losnummer losnr einlosecode
    einloesecode seriennummer seriennr strichcode zugangscode freischaltcode promotioncode teilnahmecode bonuscode
    codepromo codespromo codepromotionnel codecadeau codecoupon codereduction codedereduction codeavantage
    bon bonachat bonsachat bondachat bonreduction bondereduction chequecadeau numerodeserie codebarres
    codigo codigos codigopromocional codigospromocionales codigopromo codigodescuento codigodedescuento
    codigodecupon codigocupon cupon cupones vale vales codigodebarras numerodeserie
    codice codici codicepromo codicepromozionale codicesconto codicecoupon codicebuono buono buoni
    buonosconto buonoregalo codiceabarre
    cupom cupons cupao cupoes codigodocupom codigodesconto codigodedesconto
    kortingscode kortingscodes actiecode actiecodes cadeaubon cadeaucode waardebon kortingsbon vouchercode couponcode
    kod kody kodrabatowy kodyrabatowe kodpromocyjny kodypromocyjne kodkuponu kupon kupony bony talon
    kupony slevovykod slevovykod promokod poukaz poukazka kodkuponu kodpoukazu kodovi kuponi
    koder rabattkod rabattkoder kampanjkod kupong kuponger presentkortskod vardekod
    kode koder rabatkode rabatkoder rabattkode rabattkoder kuponkode gavekortkode kampagnekode
    koodi koodit alennuskoodi kuponkikoodi kuponki lahjakortti etukoodi
    kuponkod kuponkodok utalvany utalvanykod kedvezmenykod
    kodu kuponkodu indirimkodu kuponlar hediyekodu promosyonkodu
    cod coduri codpromotional codreducere cupoane
    код коды купон купоны промокод промокоды кодкупона кодваучера ваучер сертификат купони промокоди
    κωδικος κωδικοι κουπονι κουπονια
    コード クーポン クーポンコード シリアルコード シリアル番号 プロモコード 引換コード
    代码 代碼 兑换码 兌換碼 优惠码 優惠碼 优惠券 優惠券 优惠券码 券码 券碼 序列号 激活码
    코드 쿠폰 쿠폰코드 쿠폰번호 시리얼번호 할인코드
    كود الكود رمز الرمز قسيمة كوبون קופון kodekupon kodevoucher kodepromo`,
  uses: `uses use maxuses maxuse maximumuses maximaluses numberofuses usage usages usagelimit uselimit limit
    limituses maxredemptions maximumredemptions redemptions redemptionlimit maxusage timesusable
    usespercode usesallowed alloweduses quantity qty
    einlosungen einloesungen maxeinlosungen maxeinloesungen maximaleeinlosungen maximaleeinloesungen
    anzahleinlosungen anzahleinloesungen nutzungen maxnutzungen maximalenutzungen anzahlnutzungen
    verwendungen maxverwendungen anzahlverwendungen anzahl menge gultigkeitsanzahl einlosbar limit maxanzahl
    utilisations utilisation maxutilisations utilisationsmax utilisationsmaximum nombreutilisations
    nombredutilisations nbutilisations nbdutilisations nombremaxdutilisations usagesmax quantite
    usos maxusos usosmax usosmaximos maximodeusos maximousos numerodeusos limitedeusos limitedeuso canjes cantidad
    utilizzi usi maxutilizzi utilizzimax utilizzimassimi numeroutilizzi numerodiutilizzi numerousi massimoutilizzi
    maximodeutilizacoes utilizacoes numerodeutilizacoes quantidade
    gebruik keergebruik aantal aantalkeer aantalkeren maxgebruik maximaalgebruik maxaantal
    uzycia uzyc liczbauzyc maxuzyc maksliczbauzyc limituzyc ilosc
    pouziti pocetpouziti maxpouziti
    anvandningar antalanvandningar maxanvandningar antal antalanvendelser anvendelser bruk maksantal
    kayttokerrat kayttoja felhasznalasok kullanim kullanimsayisi kullanimlimiti utilizari
    использований количествоиспользований лимит максиспользований
    使用回数 利用回数 使用次数 使用次數 可用次数 사용횟수 사용가능횟수`,
  points: `points point pts loyaltypoints bonuspoints rewardpoints score
    punkte punkt treuepunkte bonuspunkte punktzahl punktewert pramienpunkte praemienpunkte
    pointsfidelite pointsdefidelite pointsbonus nombredepoints
    puntos puntosdefidelidad punti puntifedelta puntibonus pontos pontosdefidelidade
    punten spaarpunten bonuspunten punkty liczbapunktow punktow body bodu pocetbodu
    poang bonuspoang poeng pisteet pisteita pont pontok puan puanlar puncte
    баллы балл бонусы очки бали ポイント ポイント数 积分 積分 포인트 نقاط πόντοι ποντοι`,
  other: `nr no number num nummer lfdnr laufendenummer id index row rownumber zeile pos position numero numer
    email emailaddress mail emailadresse name names vorname nachname firstname lastname nom prenom nombre
    apellido cognome date datum fecha data status state zustand value wert betrag amount montant importe
    valore price preis prix note notes notiz notizen bemerkung comment kommentar description beschreibung
    created createdat erstellt expires expiry expirydate validuntil gultigbis gueltigbis ablauf campaign
    kampagne aktion type typ type currency wahrung used redeemed eingelost batch charge`,
};

const ROLE_OF = new Map(
  (['other', 'points', 'uses', 'code'] as const).flatMap((role) =>
    NAMES[role].split(/\s+/).map((name) => [comparable(name), role] as const),
  ),
);

/** Words beside which "code" means something else. */
const OTHER_CODES =
  /post|zip|plz|countr|land|area|dial|currency|wahr|lang|sprach|status|color|colour|farb|error|product|produkt|article|artikel|store|filial|region|tax|steuer|bank|swift/;
const LIKE_A_CODE =
  /(?:code|codes|kod|kode|codigo|codice|coupon|voucher|gutschein)$|^(?:code|coupon|voucher|gutschein)/;

/** The role that a column of this name plays; `other` where it is a name, but of none. */
export function roleNamed(header: string): ColumnRole | 'other' | null {
  return roleKnown(header) ?? (soundsLikeCode(header) ? 'code' : null);
}

/** As {@link roleNamed}, of names that are known word for word. */
export function roleKnown(header: string): ColumnRole | 'other' | null {
  return ROLE_OF.get(comparable(header)) ?? null;
}

function soundsLikeCode(header: string): boolean {
  const name = comparable(header);
  const isShort = name !== '' && header.trim().length <= 40 && !/\d/.test(name);
  return isShort && LIKE_A_CODE.test(name) && !OTHER_CODES.test(name);
}

/** Without case, accents, blanks and signs: `Max. Einlösungen` is `maxeinlosungen`. */
function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss');
}
