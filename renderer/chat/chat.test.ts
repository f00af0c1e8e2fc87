import { describe, expect, it } from 'vitest';
import { type Answer, AppError, type ChatTurn } from '../../preload/contract';
import { type ChatPorts, createChat } from './chat';

const answer: Answer = { kind: 'choice', option: 'a' };

const turn = (changes: Partial<ChatTurn> = {}): ChatTurn => ({
  sessionId: 's',
  language: null,
  languages: [],
  messages: [
    { moduleId: 'm', message: { kind: 'text', text: `asks ${changes.question ?? 's-1'}` } },
  ],
  prompt: { kind: 'confirm', label: 'Go', terms: '' },
  question: 's-1',
  earlier: null,
  changeable: [],
  stays: null,
  waitingModuleId: 'm',
  repeats: false,
  ended: false,
  unavailable: false,
  tooLong: false,
  trail: [],
  variables: {},
  ...changes,
});

/** Main asks s-1, s-2 and so on; `fails` is what it refuses the next call with. */
async function chatting(fails: () => AppError | null = () => null) {
  let asked = 1;
  const calls: string[] = [];
  const reply = (name: string, changes: Partial<ChatTurn> = {}) => {
    calls.push(name);
    const error = fails();
    if (error) return Promise.reject(error);
    asked += 1;
    return Promise.resolve(turn({ question: `s-${asked}`, ...changes }));
  };
  const ports: ChatPorts = {
    answer: (_, __, question) => reply(`answer ${question}`),
    openLink: (_, question) => reply(`link ${question}`),
    idle: (_, question) => reply(`idle ${question}`),
    back: (_, question) => reply(`back ${question}`, { messages: [], earlier: answer }),
    speak: (_, language) => reply(`speak ${language}`, { repeats: true, language }),
    forget: async () => undefined,
  };
  const chat = createChat(ports);
  await chat.start(async () => turn());
  const shown = () =>
    [...chat.use.getState().lines, ...chat.use.getState().queue].map((line) =>
      line.side === 'own' ? line.text : 'text' in line.message ? line.message.text : '',
    );
  return { chat, calls, shown, state: chat.use.getState };
}

describe('going on in another language', () => {
  it('asks the same again below, and keeps what was typed', async () => {
    const { chat, calls, shown, state } = await chatting();
    const { question } = state();
    await chat.speak('fr');
    expect(calls).toEqual(['speak fr']);
    expect(state()).toMatchObject({ language: 'fr', question });
    expect(shown()).toEqual(['asks s-1', 'asks s-2']);
  });
});

describe('going back in a chat that is shown', () => {
  it('leaves what was there when the question was asked, also of what is still being typed', async () => {
    const { chat, calls, shown, state } = await chatting();
    chat.showAll();
    await chat.answer(answer, 'one');
    chat.showNext();
    await chat.answer(answer, 'two');
    expect(shown()).toEqual(['asks s-1', 'one', 'asks s-2', 'two', 'asks s-3']);
    await chat.back('s-2');
    expect(shown()).toEqual(['asks s-1', 'one', 'asks s-2']);
    expect(state()).toMatchObject({ isChanging: true, earlier: answer, asked: 's-4' });
    await chat.answer(answer, 'three');
    expect(state()).toMatchObject({ isChanging: false, earlier: null });
    await chat.back('s-4');
    expect(shown()).toEqual(['asks s-1', 'one', 'asks s-2']);
    await chat.back('s-1');
    expect(shown()).toEqual(['asks s-1']);
    expect(calls).toEqual([
      'answer s-1',
      'answer s-2',
      'back s-2',
      'answer s-4',
      'back s-4',
      'back s-1',
    ]);
  });

  it('keeps everything when main refuses it', async () => {
    let error: AppError | null = null;
    const { chat, shown, state } = await chatting(() => error);
    chat.showAll();
    await chat.answer(answer, 'one');
    error = new AppError('chat.cannot_go_back');
    const before = shown();
    await chat.back('s-1');
    expect(shown()).toEqual(before);
    expect(state()).toMatchObject({ isBusy: false, isChanging: false, failure: { error } });
  });
});

describe('a second answer to the same question', () => {
  it('is not sent while the first is under way', async () => {
    const { chat, calls } = await chatting();
    await Promise.all([chat.answer(answer, 'one'), chat.answer(answer, 'one'), chat.back('s-1')]);
    expect(calls).toEqual(['answer s-1']);
  });

  it('that main refuses is swallowed, and shows nothing', async () => {
    const { chat, shown, state } = await chatting(() => new AppError('chat.already_answered'));
    const before = shown();
    await chat.answer(answer, 'again');
    expect(shown()).toEqual(before);
    expect(state()).toMatchObject({ isBusy: false, failure: null });
  });
});
