import { POPULAR_DOMAINS } from '@zootools/email-spell-checker';
import { expect, it } from 'vitest';
import { likelyMeant } from './likely-typo';

it.each([
  ...['gmail.con', 'gmial.com', 'gamil.com', 'gmal.com', 'gmaill.com', 'gmai.com', 'gnail.com'],
  ...['gmail.cm', 'gmail.co', 'gmail.comm', 'gmail.vom', 'gmail.de', 'gmail.cim', 'gmial.con'],
])('takes %s for gmail.com', (domain) => {
  expect(likelyMeant(`Ann.Lee+1@${domain}`)).toBe('Ann.Lee+1@gmail.com');
});

it.each([
  ['gmx.dee', 'gmx.de'],
  ['gmx.ed', 'gmx.de'],
  ['gxm.de', 'gmx.de'],
  ['gmxx.net', 'gmx.net'],
  ['wbe.de', 'web.de'],
  ['webb.de', 'web.de'],
  ['t-onlin.de', 't-online.de'],
  ['tonline.de', 't-online.de'],
  ['t-oline.de', 't-online.de'],
  ['t-online.ed', 't-online.de'],
  ['freenett.de', 'freenet.de'],
  ['hotmial.com', 'hotmail.com'],
  ['Hotmail.Con', 'hotmail.com'],
  ['outlok.com', 'outlook.com'],
  ['outloook.de', 'outlook.de'],
  ['yaho.com', 'yahoo.com'],
  ['iclod.com', 'icloud.com'],
  ['googelmail.com', 'googlemail.com'],
  ['firma.con', 'firma.com'],
  ['mail.con', 'mail.com'],
  ['email.con', 'email.com'],
  ['ymail.cmo', 'ymail.com'],
  ['mail.firma.cmo', 'mail.firma.com'],
])('takes %s for %s', (domain, meant) => {
  expect(likelyMeant(`ann@${domain}`)).toBe(`ann@${meant}`);
});

const COMPANIES = `sap.com ibm.com hm.com hp.com web.com ge.com gm.com gsk.com bmw.de bmw.com vw.de
  audi.de bosch.com siemens.com basf.com bayer.com kpmg.de kpmg.com ey.com pwc.com aon.com aon.at
  all.com love.com like.com line.com main.ru cloud.com email.com mail.com apple.com google.com meta.com
  amazon.de otto.de ing.de ard.de zdf.de wdr.de ndr.de swr.de gls.de dpd.de dhl.de ups.com hse.de
  mvv.de rwe.com eon.com enbw.com tum.de lmu.de fu-berlin.de uni-koeln.de rwth-aachen.de kit.edu
  webs.de wer.de wem.de weg.de wed.de deb.de gmd.de gmp.de gfk.com gea.com ekd.de ebe.de aol.it
  accor.com accor.de accord.de online.de posten.no post.ch sbb.ch migros.ch coop.ch ubs.com
  live.it live.fr hotmail.fr hotmail.it hotmail.be hotmail.dk yahoo.fr yahoo.dk yahoo.ie yahoo.co.uk
  outlook.fr outlook.dk outlook.be gmx.li gmx.info gmx.fr web.at web.dk web.ch freenet.am
  example.com example.de firma.de muster.de mueller.de müller.de schule.bayern stadt.koeln brand.dev
  company.co startup.io team.app agency.email proton.ch protonmail.ch mailbox.de arc.de arco.de
  msn.de me.com mac.com aim.com pm.me hey.com fastmail.com tutanota.com tuta.io zoho.eu mailfence.com
  orange.fr free.fr laposte.net sfr.fr libero.it wp.pl o2.pl interia.pl seznam.cz qq.com 163.com
  rediffmail.com verizon.net comcast.net cox.net att.net bt.com sky.com shaw.ca telus.net`;

it.each([...COMPANIES.split(/\s+/), ...POPULAR_DOMAINS])('leaves %s alone', (domain) => {
  expect(likelyMeant(`ann@${domain}`)).toBeNull();
});

it('suggests nothing against what it suggests', () => {
  for (const domain of ['gmail.con', 'gmx.ed', 'firma.con', 'yaho.com']) {
    expect(likelyMeant(likelyMeant(`ann@${domain}`) ?? '')).toBeNull();
  }
});
