import { useTranslation } from 'react-i18next';
import { BackgroundSection } from './BackgroundSection';
import { BrandSection } from './BrandSection';
import { ColourSection } from './ColourSection';
import classes from './Design.module.css';
import { FontSection } from './FontSection';
import { KioskSection } from './KioskSection';
import { Section } from './Section';
import { ShapeSection } from './ShapeSection';
import { ThemeGallery } from './ThemeGallery';
import { WorkspaceLook } from './WorkspaceLook';

/** How the chat looks, and what a kiosk shows before and after it. */
export function DesignView() {
  const { t } = useTranslation('design');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to scroll by keyboard
    <section className={classes.view} aria-label={t('title')} tabIndex={0}>
      <div className={classes.page}>
        <WorkspaceLook />
        <Section title={t('themes.title')} text={t('themes.text')}>
          <ThemeGallery />
        </Section>
        <BrandSection />
        <ColourSection />
        <FontSection />
        <ShapeSection />
        <BackgroundSection />
        <KioskSection />
      </div>
    </section>
  );
}
