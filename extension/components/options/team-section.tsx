import { isLevel, isModel, LEVELS, MODELS, plcRubric } from "../../../core/index";
import * as settings from "../../settings";
import { useSetting } from "./use-setting";

const MODEL_NAMES = { dufour: "DuFour", russo: "Russo" } as const;

/** Who decides, and what kind of team it is. */
export function TeamSection() {
  const [who, setWho] = useSetting(settings.who);
  const [model, setModel] = useSetting(settings.model);
  const [level, setLevel] = useSetting(settings.level);
  const [hidden, setHidden] = useSetting(settings.hiddenDimensions);
  const [own] = useSetting(settings.ownRubric);
  const rubric = own ?? plcRubric;
  return (
    <section aria-labelledby="team">
      <h2 id="team">You and your team</h2>
      <div class="field">
        <label for="who">Your name</label>
        <input
          id="who"
          type="text"
          maxLength={200}
          autocomplete="name"
          value={who}
          onChange={(event) => setWho(event.currentTarget.value.trim())}
        />
        <p class="small quiet">Goes with what you decide, so that your team can tell who said what. May stay empty.</p>
      </div>
      <div class="field">
        <label for="model">Collaboration model</label>
        <select
          id="model"
          value={model}
          onChange={({ currentTarget: { value } }) => setModel(isModel(value) ? value : "none")}
        >
          <option value="none">None in particular</option>
          {MODELS.map((name) => (
            <option key={name} value={name}>
              {MODEL_NAMES[name]}
            </option>
          ))}
        </select>
        {model !== "none" && rubric.models[model]?.notice && <p class="notice small">{rubric.models[model].notice}</p>}
      </div>
      <div class="field">
        <label for="level">The team meets as a</label>
        <select
          id="level"
          value={level}
          onChange={({ currentTarget: { value } }) => setLevel(isLevel(value) ? value : "none")}
        >
          <option value="none">Not said</option>
          {LEVELS.map((name) => (
            <option key={name} value={name}>
              {rubric.levels[name]?.title ?? name}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="field">
        <legend>Dimensions shown</legend>
        {rubric.dimensions.map(({ key, title }, n) => (
          <label key={key} class="check" data-dim={n % 8}>
            <input
              type="checkbox"
              checked={!hidden.includes(key)}
              onChange={({ currentTarget: { checked } }) =>
                setHidden(checked ? hidden.filter((other) => other !== key) : [...hidden, key])
              }
            />
            <span class="badge">{key}</span> {title}
          </label>
        ))}
        <p class="small quiet">What is not shown is still read and kept.</p>
      </fieldset>
    </section>
  );
}
