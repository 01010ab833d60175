import { type KeyboardEvent, useRef } from 'react';
import type { ItemOnCase, Situation, SituationOption } from '#contract/shapes/item.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { noteInLanguage } from './note-in-language.ts';

interface SituationQuestionProps {
  readonly no: number;
  readonly situation: Situation;
  readonly item: ItemOnCase;
  readonly chosen: string | null;
  readonly frozen: boolean;
  readonly first: boolean;
  readonly onChoose: (optionId: string) => void;
}

/** One question. Digits choose and go on to the next one; left and right look, up and down change the question. */
export function SituationQuestion(props: SituationQuestionProps) {
  const { no, situation, item, chosen, frozen, first, onChoose } = props;
  const words = useWords();
  const group = useRef<HTMLFieldSetElement>(null);
  const { options } = situation;
  const at = Math.max(
    0,
    options.findIndex((option) => option.id === chosen),
  );

  const press = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const digit = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (digit && !frozen) {
      onChoose(digit.id);
      focusBeside(group.current, 1);
    } else if (event.key === 'ArrowRight')
      focusOption(group.current, Math.min(options.length - 1, index + 1));
    else if (event.key === 'ArrowLeft') focusOption(group.current, Math.max(0, index - 1));
    else if (event.key === 'ArrowDown') focusBeside(group.current, 1);
    else if (event.key === 'ArrowUp') focusBeside(group.current, -1);
    else return;
    event.preventDefault();
  };

  return (
    <li className="question">
      <fieldset className="options" ref={group} data-question>
        <legend>
          <span className="n dim">{no}</span> {inLanguage(words, situation.questionZh, situation.questionEn)}
          {chosen !== null && <Icon name="ok" size="s" tone="pine" />}
        </legend>
        {options.map((option, index) => (
          <button
            key={option.id}
            type="button"
            aria-pressed={option.id === chosen}
            aria-disabled={frozen || undefined}
            tabIndex={index === at ? 0 : -1}
            data-focus-first={(first && index === at) || undefined}
            data-option
            className={option.id === chosen ? 'on' : undefined}
            onKeyDown={(event) => press(event, index)}
            onClick={() => {
              if (!frozen) onChoose(option.id);
            }}
          >
            <Key cap={String(index + 1)} />
            <span className="label">{inLanguage(words, option.labelZh, option.labelEn)}</span>
            <span className="note">{whatItDoes(words, item, option)}</span>
          </button>
        ))}
      </fieldset>
    </li>
  );
}

/** Why an answer matters: which papers go, which come, or that this is the wrong item. */
function whatItDoes(words: Words, item: ItemOnCase, option: SituationOption): string {
  const said = words.sheet.intake.situation;
  if (option.rerouteTo !== null) return `${said.wrongItem} · ${said.wrongItemNote(option.rerouteTo)}`;
  const dropped = option.dropMaterials.map((id) => {
    const material = item.materials.find((one) => one.id === id);
    return material ? inLanguage(words, material.nameZh, material.nameEn) : id;
  });
  const added = option.addMaterials.map((one) => inLanguage(words, one.nameZh, one.nameEn));
  const parts = [
    dropped.length > 0 ? said.drops(dropped.join(words.sheet.intake.listMark)) : '',
    added.length > 0 ? said.adds(added.join(words.sheet.intake.listMark)) : '',
    noteInLanguage(words, option.note),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : said.same;
}

function focusOption(group: HTMLElement | null, index: number): void {
  group?.querySelectorAll<HTMLElement>('[data-option]')[index]?.focus();
}

/** Moves to the question above or below; after the last one to the button that goes on. */
function focusBeside(group: HTMLElement | null, by: 1 | -1): void {
  const step = group?.closest('.situation-step');
  if (!step || !group) return;
  const groups = Array.from(step.querySelectorAll<HTMLElement>('[data-question]'));
  const beside = groups[groups.indexOf(group) + by];
  if (beside) beside.querySelector<HTMLElement>('[data-option][tabindex="0"]')?.focus();
  else if (by === 1) step.querySelector<HTMLElement>('[data-next]')?.focus();
}
