import { useStore } from 'zustand';
import { askedOnScreen, type FormSection } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { FormField } from './form-field.tsx';
import { PersonOffer } from './person-offer.tsx';

interface FormSectionProps {
  readonly stores: Stores;
  readonly section: FormSection;
}

/** Fields under one heading. A heading none of whose fields is asked for is not shown. */
export function FormSectionView({ stores, section }: FormSectionProps) {
  const words = useWords();
  const isAsked = useStore(stores.form, ({ slots }) =>
    section.meanings.some((meaning) => askedOnScreen(slots, meaning) !== 'hidden'),
  );
  if (!isAsked) return null;
  const title = inLanguage(words, section.labelZh, section.labelEn);
  return (
    <fieldset className="form-section" data-section={section.id}>
      <legend>
        <span>{title}</span>
        <PersonOffer stores={stores} meanings={section.meanings} />
      </legend>
      <div className="fields">
        {section.meanings.map((meaning) => (
          <FormField key={meaning} stores={stores} meaning={meaning} />
        ))}
      </div>
    </fieldset>
  );
}
